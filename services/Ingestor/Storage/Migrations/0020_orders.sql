-- What had been published of an operator's action when that was taken back.
create table ingestor.withdrawn_action (
    recommendation_id uuid not null,
    revision int not null,
    key uuid not null references ingestor.undone_action,
    primary key (recommendation_id, revision)
);

create index on ingestor.withdrawn_action (key);

-- What other services may rely on: what executors have in hand or have done. Of each revision the newest report decides: what was
-- given up after it had been claimed is not here.
create view ingestor.taken_up_action as
select r.recommendation_id, r.revision, r.workflow, r.task, r.taken_at, r.result
from ingestor.executor_report r
where r.result in ('claimed', 'done') and not exists (
    select from ingestor.executor_report ended
    where ended.recommendation_id = r.recommendation_id and ended.revision = r.revision and ended.result in ('refused', 'failed')
        and (ended.taken_at > r.taken_at or (ended.taken_at = r.taken_at and r.result = 'claimed')));

-- What was taken back is no label, unless an executor has acted on it all the same.
create or replace view ingestor.recorded_action as
select key, workflow, task, recorded_at, action, memory_mb, splitting, xrootd, secondary, cores, sites, reasons,
       operator, recommendation_id, parameters_given, source, received_at
from ingestor.operator_action a
where not exists (
    select from ingestor.undone_action undone
    where undone.key = a.key and not exists (
        select from ingestor.withdrawn_action withdrawn
        join ingestor.taken_up_action taken on taken.recommendation_id = withdrawn.recommendation_id and taken.revision = withdrawn.revision
        where withdrawn.key = undone.key));

grant select, insert on ingestor.withdrawn_action to wr_ingestor;
grant select on ingestor.taken_up_action to wr_scorer, wr_console;
