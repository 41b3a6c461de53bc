-- The models of one training are a set: they go through their states together.
create table retrainer.model_set (
    run_id uuid primary key references retrainer.training,
    state text not null check (state in ('candidate', 'shadow', 'active', 'retired', 'refused')),
    reason text not null,
    previous_run_id uuid references retrainer.model_set,
    entered_at timestamptz not null,
    promoted_at timestamptz,
    trial text
);

-- At most one set is active and at most one is in shadow, whatever a program does.
create unique index on retrainer.model_set (state) where state in ('active', 'shadow');

insert into retrainer.model_set (run_id, state, reason, entered_at, promoted_at)
select run_id,
       case when bool_or(state = 'active') then 'active' when bool_or(state = 'retired') then 'retired' else 'refused' end,
       min(reason), min(created_at), max(promoted_at)
from retrainer.model group by run_id;

update retrainer.model_set set previous_run_id =
    (select run_id from retrainer.model_set where state = 'retired' order by promoted_at desc limit 1)
where state = 'active';

-- Every change of a state, in the order in which they were made; nobody may change or remove one.
create table retrainer.model_move (
    number bigint generated always as identity primary key,
    run_id uuid not null references retrainer.model_set,
    from_state text not null,
    to_state text not null,
    moved_at timestamptz not null,
    moved_by text not null,
    why text not null
);

create index on retrainer.model_move (run_id);

-- What became of each move that somebody asked for.
create table retrainer.move_request (
    request_id uuid primary key,
    move text not null,
    run_id uuid,
    requested_by text not null,
    why text not null,
    done boolean not null,
    answer text not null,
    handled_at timestamptz not null
);

drop view retrainer.active_model;
alter table retrainer.model drop column state, drop column reason, drop column promoted_at;
alter table retrainer.model add foreign key (run_id) references retrainer.model_set;
alter table retrainer.model alter column artifact drop not null;
create index on retrainer.model (run_id);

-- What other services may rely on.
create view retrainer.active_model as
select m.target, m.version, m.sha256, m.artifact, m.metrics, m.window_from, m.window_to, m.examples, s.promoted_at, m.run_id, m.created_at
from retrainer.model m join retrainer.model_set s using (run_id) where s.state = 'active';

create view retrainer.shadow_model as
select m.target, m.version, m.sha256, m.artifact, m.metrics, m.window_from, m.window_to, m.examples, m.run_id
from retrainer.model m join retrainer.model_set s using (run_id) where s.state = 'shadow';

create view retrainer.known_set as
select s.run_id, s.state, s.reason, s.previous_run_id, s.entered_at, s.promoted_at, s.trial, t.cause
from retrainer.model_set s join retrainer.training t using (run_id);

create view retrainer.model_version as
select m.run_id, m.target, m.version, s.state, m.sha256, m.artifact is not null as has_artifact, m.window_from, m.window_to, m.examples,
       m.seed, m.code_version, m.metrics, m.created_at
from retrainer.model m join retrainer.model_set s using (run_id);

create view retrainer.recorded_move as
select number, run_id, from_state, to_state, moved_at, moved_by, why from retrainer.model_move;

create view retrainer.handled_request as
select request_id, move, run_id, requested_by, why, done, answer, handled_at from retrainer.move_request;

grant select, insert, update on retrainer.model_set to wr_retrainer;
grant select, insert on retrainer.model_move, retrainer.move_request to wr_retrainer;
grant select on retrainer.active_model, retrainer.shadow_model to wr_scorer, wr_cli;
grant select on retrainer.known_set, retrainer.model_version, retrainer.recorded_move, retrainer.handled_request to wr_cli;
