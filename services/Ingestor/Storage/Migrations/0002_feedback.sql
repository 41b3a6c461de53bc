create table ingestor.executor_report (
    key uuid primary key,
    recommendation_id uuid not null,
    revision int not null,
    workflow text not null,
    task text,
    taken_at timestamptz not null,
    result text not null,
    received_at timestamptz not null
);

create index on ingestor.executor_report (workflow);
create index on ingestor.executor_report (recommendation_id);

create table ingestor.outcome_report (
    key uuid primary key,
    workflow text not null,
    task text not null,
    reported_at timestamptz not null,
    recommendation_id uuid,
    request text,
    attempt int,
    recovered_jobs bigint,
    failed_jobs bigint,
    cpu_hours double precision,
    succeeded boolean,
    received_at timestamptz not null
);

create index on ingestor.outcome_report (workflow);

-- What other services may rely on: what executors did with recommendations, and what recoveries brought.
create view ingestor.taken_action as
select key, recommendation_id, revision, workflow, task, taken_at, result, received_at from ingestor.executor_report;

create view ingestor.recovery_outcome as
select key, workflow, task, reported_at, recommendation_id, request, attempt, recovered_jobs, failed_jobs, cpu_hours, succeeded, received_at
from ingestor.outcome_report;

grant select, insert on ingestor.executor_report, ingestor.outcome_report to wr_ingestor;
grant select on ingestor.taken_action to wr_scorer, wr_retrainer, wr_cli;
grant select on ingestor.recovery_outcome to wr_scorer, wr_retrainer, wr_cli;
