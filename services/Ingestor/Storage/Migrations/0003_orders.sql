-- Operators' actions that were taken back; one may be known before the action is.
create table ingestor.undone_action (
    key uuid primary key,
    workflow text not null,
    task text,
    recorded_at timestamptz not null,
    operator text not null,
    undone_at timestamptz not null,
    received_at timestamptz not null
);

-- What was taken back is no label.
create or replace view ingestor.recorded_action as
select key, workflow, task, recorded_at, action, memory_mb, splitting, xrootd, secondary, cores, sites, reasons,
       operator, recommendation_id, parameters_given, source, received_at
from ingestor.operator_action a
where not exists (select from ingestor.undone_action undone where undone.key = a.key);

-- What other services may rely on: every event with its newest observation, as it was reported.
create view ingestor.reported_event as
select event_id, workflow, task, reported_at, body from ingestor.assistance_event;

grant usage on schema ingestor to wr_console;
grant select, insert on ingestor.undone_action to wr_ingestor;
grant select on ingestor.reported_event to wr_scorer, wr_console;
grant select on ingestor.recorded_action, ingestor.taken_action to wr_console;
