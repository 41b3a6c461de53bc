alter table featurizer.event
    add column priority bigint,
    add column status text,
    add column failed_jobs bigint,
    add column task_type text;

-- A zero byte, which recorded actions may hold, can be written in JSON but not be read as text.
update featurizer.event e set
    priority = (o.said ->> 'priority')::bigint,
    status = o.said ->> 'status',
    failed_jobs = (o.said ->> 'failedJobs')::bigint,
    task_type = o.said ->> 'taskType'
from (
    select event_id, convert_from(observation, 'UTF8')::json as said from featurizer.event
    where position('\u0000' in convert_from(observation, 'UTF8')) = 0) o
where o.event_id = e.event_id;

-- What other services may rely on: what was reported of each event last, with its newest matrix.
create view featurizer.reported_event as
select e.event_id, e.workflow, e.task, e.family, e.reported_at, e.observed_at, e.received_at, e.source, e.campaign, e.request_type, e.task_type,
       e.priority, e.status, e.memory_mb, e.cores, e.total_jobs, e.failed_jobs, e.attempt,
       m.matrix_id, m.revision as matrix_revision, m.cells, m.total_errors
from featurizer.event e join featurizer.matrix m on m.event_id = e.event_id and m.revision = e.matrix_revision;

grant usage on schema featurizer to wr_console;
grant select on featurizer.reported_event to wr_console;
