alter table scorer.recovery_case add column family text, add column dominant_code int, add column attempt int;
create index on scorer.recovery_case (family, reported_at);

alter table scorer.recommendation add column cell text, add column run_id uuid, add column policy_version text;

-- Whether anything may be done without an operator: the newest row tells, without a row nothing may.
create table scorer.switching (
    number bigint generated always as identity primary key,
    switched_at timestamptz not null default now(),
    is_on boolean not null,
    switched_by text not null,
    why text
);

-- Automatic recommendations of an hour of report time; most is the limit that the last one obeyed.
create table scorer.budget_use (
    kind text not null,
    key text not null,
    window_start timestamptz not null,
    used int not null,
    most int not null,
    primary key (kind, key, window_start)
);

-- Which code was seen at which compute site in which workflow.
create table scorer.seen_error (
    code int not null,
    site text not null,
    reported_at timestamptz not null,
    workflow text not null,
    primary key (code, site, reported_at, workflow)
);

-- Every policy that a scorer read, or could not read.
create table scorer.policy_reading (
    number bigint generated always as identity primary key,
    read_at timestamptz not null,
    version text not null,
    content text,
    problem text
);

-- What others may rely on.
create view scorer.automatic_switch as
select number, switched_at, is_on, switched_by, why from scorer.switching;

create view scorer.policy_read as
select number, read_at, version, content, problem from scorer.policy_reading;

grant select, insert, update on scorer.budget_use to wr_scorer;
grant select, insert on scorer.seen_error, scorer.policy_reading to wr_scorer;
grant select on scorer.automatic_switch to wr_scorer, wr_cli;
grant insert (is_on, switched_by, why) on scorer.automatic_switch to wr_cli;
grant select on scorer.policy_read to wr_cli;
