-- What was told of the task when the matrix was made: models that learn from an earlier revision must not see what only a later one told.
-- Of matrices that are older than this it is not known any more; the newest observation stands in.
alter table featurizer.matrix add column campaign text, add column memory_mb int, add column cores int, add column total_jobs bigint;

update featurizer.matrix m set campaign = e.campaign, memory_mb = e.memory_mb, cores = e.cores, total_jobs = e.total_jobs
from featurizer.event e where e.event_id = m.event_id;

create or replace view featurizer.event_matrix as
select m.matrix_id, m.event_id, e.workflow, e.task, e.family, e.reported_at, e.source, m.revision, m.cause,
       m.observed_at, m.cells, m.total_errors, m.tier_view, m.tier_view_version, m.created_at,
       m.around, m.campaign, m.memory_mb, m.cores, m.total_jobs, e.attempt, e.request_type
from featurizer.matrix m join featurizer.event e using (event_id);
