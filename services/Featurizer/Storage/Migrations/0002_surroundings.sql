alter table featurizer.event
    add column campaign text,
    add column memory_mb int,
    add column cores int,
    add column total_jobs bigint,
    add column attempt int,
    add column request_type text;

update featurizer.event e set
    campaign = o.said ->> 'campaign',
    memory_mb = (o.said ->> 'memoryMb')::int,
    cores = (o.said ->> 'cores')::int,
    total_jobs = (o.said ->> 'totalJobs')::bigint,
    attempt = (o.said ->> 'attempt')::int,
    request_type = o.said ->> 'requestType'
from (select event_id, convert_from(observation, 'UTF8')::json as said from featurizer.event) o
where o.event_id = e.event_id;

-- What was reported around the task when the matrix was made; null for imported ones.
alter table featurizer.matrix add column around jsonb;

-- What later tasks compare themselves with: narrow, since every event looks at a week of it.
create table featurizer.seen_task (
    event_id uuid primary key references featurizer.event,
    workflow text not null,
    family text not null,
    campaign text,
    report_at timestamptz not null,
    arrival bigint not null generated always as identity,
    codes int[] not null,
    cells text[] not null,
    errors bigint[] not null
);

create index on featurizer.seen_task (report_at);
create index on featurizer.seen_task (workflow, report_at);
create index on featurizer.seen_task (family, report_at);

create or replace view featurizer.event_matrix as
select m.matrix_id, m.event_id, e.workflow, e.task, e.family, e.reported_at, e.source, m.revision, m.cause,
       m.observed_at, m.cells, m.total_errors, m.tier_view, m.tier_view_version, m.created_at,
       m.around, e.campaign, e.memory_mb, e.cores, e.total_jobs, e.attempt, e.request_type
from featurizer.matrix m join featurizer.event e using (event_id);

grant select, insert, update on featurizer.seen_task to wr_featurizer;
