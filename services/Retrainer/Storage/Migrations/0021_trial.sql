-- The answered workflows that count in the trial of a set in shadow beside an active one, in the order in which they were
-- seen. The trial may be looked at after every one of them only because none is ever put in between, changed or removed.
create table retrainer.trial_case (
    shadow_run_id uuid not null,
    active_run_id uuid not null,
    number int not null,
    workflow text not null,
    action_key uuid not null,
    answered_at timestamptz not null,
    advantage double precision,
    primary key (shadow_run_id, active_run_id, number),
    unique (shadow_run_id, active_run_id, workflow)
);

grant select, insert on retrainer.trial_case to wr_retrainer;
