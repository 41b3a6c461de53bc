create index on featurizer.event (family);
create index if not exists seen_task_codes_idx on featurizer.seen_task using gin (codes);

-- What other services may rely on: every round of every task, with what was reported of it last.
create view featurizer.reported_task as
select event_id, workflow, task, family, reported_at, source, observation from featurizer.event;

-- What was said about sites, and when.
create or replace view featurizer.site_change as
select site, effective_at, source, readiness, status from featurizer.site_status;

-- Which codes each task has.
create or replace view featurizer.task_code as
select e.event_id, e.workflow, e.task, e.reported_at, s.codes from featurizer.seen_task s join featurizer.event e using (event_id);

grant usage on schema featurizer to wr_console;
grant select on featurizer.event_matrix, featurizer.reported_task, featurizer.site_change, featurizer.task_code to wr_console;
