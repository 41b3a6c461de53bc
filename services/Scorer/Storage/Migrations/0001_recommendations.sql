create table scorer.recovery_case (
    event_id uuid primary key,
    workflow text not null,
    task text not null,
    reported_at timestamptz not null,
    matrix_revision int not null,
    revision int not null,
    disposition text not null,
    expires_at timestamptz not null,
    answered_at timestamptz
);

create index on scorer.recovery_case (workflow);
create index on scorer.recovery_case (task, reported_at);

create table scorer.recommendation (
    event_id uuid not null references scorer.recovery_case,
    revision int not null,
    message_id uuid not null unique,
    workflow text not null,
    task text not null,
    reported_at timestamptz not null,
    recommended_at timestamptz not null,
    action text,
    disposition text not null,
    confidence double precision,
    matrix_id uuid,
    body bytea not null,
    plans jsonb not null,
    primary key (event_id, revision)
);

create index on scorer.recommendation (workflow);

create table scorer.departure (
    workflow text not null,
    left_at timestamptz not null,
    status text,
    primary key (workflow, left_at)
);

create table scorer.replay (
    replay_id uuid not null,
    task text not null,
    action text,
    memory_mb int,
    splitting text,
    confidence double precision,
    plans jsonb not null,
    judged_at timestamptz not null,
    primary key (replay_id, task)
);

create index on scorer.replay (judged_at);

-- What other services may rely on: events that a late site status no longer changes.
create view scorer.closed_event as
select event_id from scorer.recovery_case
where answered_at is not null or disposition in ('automatic', 'approved', 'withdrawn') or expires_at <= now();

create view scorer.given_recommendation as
select event_id, revision, message_id, workflow, task, reported_at, recommended_at, action, disposition, confidence, matrix_id, body, plans
from scorer.recommendation;

create view scorer.replayed_task as
select replay_id, task, action, memory_mb, splitting, confidence, plans, judged_at from scorer.replay;

grant usage on schema scorer to wr_scorer, wr_featurizer, wr_retrainer, wr_cli;
grant select, insert, update on scorer.recovery_case to wr_scorer;
grant select, insert on scorer.recommendation, scorer.departure to wr_scorer;
grant select, insert, delete on scorer.replay to wr_scorer;
grant select on scorer.closed_event to wr_featurizer, wr_cli;
grant select on scorer.given_recommendation to wr_retrainer, wr_cli;
grant select on scorer.replayed_task to wr_cli;
