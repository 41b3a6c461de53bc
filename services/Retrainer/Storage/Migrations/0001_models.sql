create table retrainer.training (
    run_id uuid primary key,
    cause text not null,
    state text not null check (state in ('requested', 'running', 'done', 'failed')),
    stage text,
    done double precision not null,
    requested_at timestamptz not null,
    started_at timestamptz,
    finished_at timestamptz,
    report jsonb,
    failure text
);

create table retrainer.model (
    target text not null,
    version int not null,
    state text not null check (state in ('candidate', 'active', 'retired')),
    reason text not null,
    run_id uuid not null references retrainer.training,
    artifact bytea not null,
    sha256 text not null,
    window_from timestamptz not null,
    window_to timestamptz not null,
    examples int not null,
    seed int not null,
    code_version text not null,
    metrics jsonb not null,
    created_at timestamptz not null,
    promoted_at timestamptz,
    primary key (target, version)
);

create unique index on retrainer.model (target) where state = 'active';

-- What other services may rely on: the models in use, and how trainings went.
create view retrainer.active_model as
select target, version, sha256, artifact, metrics, window_from, window_to, examples, promoted_at
from retrainer.model where state = 'active';

create view retrainer.training_run as
select run_id, cause, state, stage, done, requested_at, started_at, finished_at, report, failure from retrainer.training;

grant usage on schema retrainer to wr_retrainer, wr_scorer, wr_cli;
grant select, insert, update on retrainer.training, retrainer.model to wr_retrainer;
grant select on retrainer.active_model to wr_scorer, wr_cli;
grant select on retrainer.training_run to wr_cli;
