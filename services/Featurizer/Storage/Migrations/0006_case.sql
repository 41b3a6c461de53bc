create index on featurizer.event (family);

-- What other services may rely on: every round of every task, with what was reported of it last.
create view featurizer.reported_task as
select event_id, workflow, task, family, reported_at, source, observation from featurizer.event;

grant select on featurizer.event_matrix, featurizer.reported_task to wr_console;
