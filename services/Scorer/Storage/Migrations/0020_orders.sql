-- An order that nobody took up in time is past, and another one may take its place.
alter table scorer.approval drop constraint approval_state_check;
alter table scorer.approval add constraint approval_state_check check (state in ('approved', 'refused', 'withdrawn', 'expired'));
alter table scorer.approval add column expires_at timestamptz;

create index on scorer.approval (at) where state = 'withdrawn';

-- When an operator first answered a blinded case: from then on what is thought of it may have been seen, whatever becomes of that answer.
alter table scorer.recovery_case add column unveiled_at timestamptz;

-- The newest matrix that came while an order stood, to be judged should the order be taken back: the message as it came.
create table scorer.waiting_matrix (
    event_id uuid primary key references scorer.recovery_case,
    matrix_revision int not null,
    body bytea not null,
    came_at timestamptz not null default now()
);

-- What others may rely on: what became of each order, and of the wish to have it back.
drop view scorer.approved_order;
create view scorer.approved_order as
select a.order_id, a.event_id, a.revision, a.state, a.why, a.at, a.expires_at, u.granted as undo_granted, u.why as undo_why, u.at as undo_at
from scorer.approval a left join scorer.approval_undo u on u.order_id = a.order_id;

grant select, insert, update, delete on scorer.waiting_matrix to wr_scorer;
grant select on scorer.approved_order to wr_console, wr_cli;
