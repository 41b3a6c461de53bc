create index on featurizer.event (reported_at);
create index on featurizer.event (received_at);
create index on featurizer.seen_task using gin (codes);

-- What was said about sites, and when.
create view featurizer.site_change as
select site, effective_at, source, readiness, status from featurizer.site_status;

-- Which codes each task has.
create view featurizer.task_code as
select e.event_id, e.workflow, e.task, e.reported_at, s.codes from featurizer.seen_task s join featurizer.event e using (event_id);

-- When the newest event got its first matrix.
create view featurizer.newest_matrix as
select max(received_at) as stored_at from featurizer.event;

-- How the service stands with its tables and with what it has to send.
create view featurizer.service_standing as
select (select max(number) from featurizer.schema_migration) as schema_number,
       (select count(*) from featurizer.outgoing_message where published_at is null) as waiting,
       (select min(created_at) from featurizer.outgoing_message where published_at is null) as oldest_waiting_at;

grant select on featurizer.site_change, featurizer.task_code, featurizer.newest_matrix, featurizer.service_standing to wr_console;
