create table ingestor.assistance_event (
    event_id uuid primary key,
    workflow text not null,
    task text not null,
    reported_at timestamptz not null,
    observed_at timestamptz,
    content_hash bytea not null,
    body bytea not null,
    differing_repeats int not null default 0,
    received_at timestamptz not null
);

create table ingestor.accepted_message (
    key uuid primary key,
    kind text not null,
    content_hash bytea not null,
    body bytea not null,
    received_at timestamptz not null
);

create table ingestor.operator_action (
    key uuid primary key,
    workflow text not null,
    task text,
    recorded_at timestamptz not null,
    action text not null,
    memory_mb int,
    splitting text,
    xrootd text,
    secondary text,
    cores int,
    sites text[] not null,
    reasons text[] not null,
    operator text,
    recommendation_id uuid,
    parameters_given boolean not null,
    source text not null check (source in ('live', 'import')),
    received_at timestamptz not null
);

create index on ingestor.operator_action (workflow);
create index on ingestor.operator_action (received_at);

-- What other services may rely on: every recorded action, live or imported.
create view ingestor.recorded_action as
select key, workflow, task, recorded_at, action, memory_mb, splitting, xrootd, secondary, cores, sites, reasons,
       operator, recommendation_id, parameters_given, source, received_at
from ingestor.operator_action;

grant usage on schema ingestor to wr_ingestor, wr_featurizer, wr_scorer, wr_retrainer, wr_cli;
grant select, insert, update on ingestor.assistance_event to wr_ingestor;
grant select, insert on ingestor.accepted_message, ingestor.operator_action to wr_ingestor;
grant select on ingestor.recorded_action to wr_scorer, wr_retrainer, wr_cli;
