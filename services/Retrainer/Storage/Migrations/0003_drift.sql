create table retrainer.drift (
    kind text not null check (kind in ('code', 'site', 'label')),
    found_at timestamptz not null,
    since timestamptz not null,
    run_id uuid not null,
    is_on boolean not null,
    subject text not null,
    statistic double precision not null,
    effect double precision not null,
    samples int not null,
    text text not null,
    ended_at timestamptz,
    primary key (kind, found_at)
);

create unique index on retrainer.drift (kind) where is_on;

-- What other services may rely on: whether anything drifts now (one row always), and every drift that was found.
create view retrainer.drift_state as
select count(*) > 0 as is_on, min(since) as since, string_agg(text, ' ' order by kind) as text
from retrainer.drift where is_on;

create view retrainer.drift_found as
select kind, found_at, since, is_on, subject, statistic, effect, samples, text, ended_at from retrainer.drift;

grant select, insert, update on retrainer.drift to wr_retrainer;
grant select on retrainer.drift_state to wr_scorer, wr_cli;
grant select on retrainer.drift_found to wr_cli;
