create table featurizer.event (
    event_id uuid primary key,
    workflow text not null,
    task text not null,
    family text not null,
    reported_at timestamptz not null,
    observed_at timestamptz,
    source text not null check (source in ('live', 'import')),
    observation bytea not null,
    sites text[] not null,
    matrix_revision int not null,
    received_at timestamptz not null
);

create index on featurizer.event (task, reported_at);
create index on featurizer.event (workflow);
create index on featurizer.event using gin (sites) where source = 'live';

create table featurizer.matrix (
    matrix_id uuid primary key,
    event_id uuid not null references featurizer.event,
    revision int not null,
    cause text not null,
    observed_at timestamptz,
    cells bytea not null,
    total_errors bigint not null,
    tier_view bytea not null,
    tier_view_version int not null,
    created_at timestamptz not null,
    unique (event_id, revision)
);

create table featurizer.site_status (
    site text not null,
    effective_at timestamptz not null,
    source text collate "C" not null,
    readiness text,
    status text,
    received_at timestamptz not null,
    primary key (site, effective_at, source)
);

create table featurizer.import_batch (
    import_id uuid not null,
    batch int not null,
    submitted int not null,
    stored int not null,
    stored_at timestamptz not null,
    primary key (import_id, batch)
);

-- What other services may rely on: every matrix of every event, with the view that models look at.
create view featurizer.event_matrix as
select m.matrix_id, m.event_id, e.workflow, e.task, e.family, e.reported_at, e.source, m.revision, m.cause,
       m.observed_at, m.cells, m.total_errors, m.tier_view, m.tier_view_version, m.created_at
from featurizer.matrix m join featurizer.event e using (event_id);

create view featurizer.import_progress as
select import_id, batch, submitted, stored, stored_at from featurizer.import_batch;

grant usage on schema featurizer to wr_featurizer, wr_scorer, wr_retrainer, wr_cli;
grant select, insert, update on featurizer.event to wr_featurizer;
grant select, insert on featurizer.matrix, featurizer.site_status, featurizer.import_batch to wr_featurizer;
grant select on featurizer.event_matrix to wr_scorer, wr_retrainer, wr_cli;
grant select on featurizer.import_progress to wr_cli;
