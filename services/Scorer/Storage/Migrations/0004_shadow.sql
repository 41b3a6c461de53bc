-- What models in shadow say of live tasks, beside the recommendation that was made; never published, never changed.
create table scorer.shadow_judgement (
    event_id uuid not null,
    run_id uuid not null,
    matrix_revision int not null,
    revision int not null,
    active_run_id uuid,
    plans jsonb not null,
    judged_at timestamptz not null,
    primary key (event_id, run_id, matrix_revision),
    foreign key (event_id, revision) references scorer.recommendation
);

create index on scorer.shadow_judgement (run_id);

-- What other services may rely on: both answers to each matrix; of a blinded case only once an operator has answered it.
create view scorer.shadow_case as
select j.event_id, j.run_id, j.active_run_id, j.matrix_revision, j.judged_at, j.plans,
       r.revision, r.workflow, r.task, r.reported_at, coalesce(r.content_plans, r.plans) as active_plans
from scorer.shadow_judgement j join scorer.recommendation r using (event_id, revision)
where not r.blinded or exists (select from scorer.answer a where a.event_id = r.event_id);

grant select, insert on scorer.shadow_judgement to wr_scorer;
grant select on scorer.shadow_case to wr_retrainer, wr_cli;
