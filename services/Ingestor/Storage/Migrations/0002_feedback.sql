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

-- What other services may rely on: what executors did with recommendations.
create view ingestor.taken_action as
select key, recommendation_id, revision, workflow, task, taken_at, result, received_at from ingestor.executor_report;

grant select, insert on ingestor.executor_report to wr_ingestor;
grant select on ingestor.taken_action to wr_scorer;
