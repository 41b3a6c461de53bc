alter table scorer.recommendation add column category text;
alter table scorer.recommendation add column blinded boolean not null default false;
alter table scorer.recommendation add column content bytea;
alter table scorer.recommendation add column content_plans jsonb;

create table scorer.answer (
    event_id uuid primary key references scorer.recovery_case,
    action_key uuid not null,
    revision int not null,
    recorded_at timestamptz not null,
    action text not null,
    memory text not null,
    splitting text not null,
    xrootd boolean not null,
    secondary boolean not null,
    cores boolean not null,
    recommended_action text,
    confidence double precision,
    probability double precision,
    likelier double precision,
    agreed_action boolean,
    agreed_order boolean,
    agreed_plan boolean,
    blinded boolean not null,
    accepted boolean not null,
    disposition text not null,
    cell text,
    category text,
    run_id uuid,
    model_version int,
    foreign key (event_id, revision) references scorer.recommendation (event_id, revision)
);

create index on scorer.answer (recorded_at);
create index on scorer.answer (cell);

create table scorer.outcome (
    key uuid primary key,
    workflow text not null,
    task text not null,
    reported_at timestamptz not null,
    recommendation_id uuid,
    attempt int,
    recovered_jobs bigint,
    failed_jobs bigint,
    succeeded boolean
);

create index on scorer.outcome (task, reported_at);

-- What other services may rely on. Every answered case, with the plans that were weighed; an accepted one says less
-- than a free choice, a blinded one is always a free choice.
create view scorer.answered_case as
select a.event_id, a.revision, c.workflow, c.task, c.reported_at, a.recorded_at, a.action, a.memory, a.splitting, a.xrootd, a.secondary,
       a.cores, a.recommended_action, a.confidence, a.probability, a.likelier, a.agreed_action, a.agreed_order, a.agreed_plan, a.blinded,
       a.accepted, a.disposition, a.cell, a.category, a.run_id, a.model_version, coalesce(r.content_plans, r.plans) as plans
from scorer.answer a
join scorer.recovery_case c on c.event_id = a.event_id
join scorer.recommendation r on r.event_id = a.event_id and r.revision = a.revision;

-- The tasks of a workflow fail and are answered together, so in each cell a workflow counts once, as agreed if all its tasks are.
create view scorer.cell_record as
select cell, count(*) as answers, count(*) filter (where agreed) as agreed
from (select a.cell, c.workflow, bool_and(a.agreed_plan) as agreed
      from scorer.answer a join scorer.recovery_case c using (event_id)
      where a.cell is not null and a.agreed_plan is not null
      group by a.cell, c.workflow) of_workflow
group by cell;

create view scorer.agreement as
select recommended_action, action, category, run_id, model_version, count(*) as answers,
       count(*) filter (where agreed_action) as agreed_action, count(*) filter (where agreed_plan) as agreed_plan,
       count(*) filter (where blinded) as blinded, count(*) filter (where accepted) as accepted
from scorer.answer where recommended_action is not null
group by recommended_action, action, category, run_id, model_version;

-- What a blinded case would have said: only once an operator has answered it.
create view scorer.unblinded_case as
select r.event_id, r.revision, r.workflow, r.task, r.reported_at, r.recommended_at, r.content, r.content_plans as plans, a.recorded_at as answered_at
from scorer.recommendation r join scorer.answer a using (event_id) where r.blinded;

-- An outcome tells of the recommendation that it names, else of the newest round of its task that had been reported by then.
create view scorer.recovery_success as
select o.key, o.workflow, o.task, o.reported_at, o.attempt, o.recovered_jobs, o.failed_jobs, o.succeeded, a.event_id, a.action, a.category, a.agreed_plan
from scorer.outcome o
left join lateral (
    select c.event_id from scorer.recovery_case c
    where c.task = o.task and c.reported_at <= o.reported_at and (o.recommendation_id is null or c.event_id = o.recommendation_id)
    order by c.reported_at desc limit 1) told on true
left join scorer.answer a on a.event_id = told.event_id;

grant select, insert, update, delete on scorer.answer to wr_scorer;
grant select, insert on scorer.outcome to wr_scorer;
grant select on scorer.answered_case to wr_retrainer, wr_cli;
grant select on scorer.cell_record to wr_scorer, wr_cli;
grant select on scorer.agreement to wr_cli;
grant select on scorer.unblinded_case to wr_cli;
grant select on scorer.recovery_success to wr_scorer, wr_retrainer, wr_cli;
