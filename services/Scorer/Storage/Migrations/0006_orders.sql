-- What operators ordered, one row for each order on one case, whether it was published or why it was not.
create table scorer.approval (
    order_id uuid primary key,
    approval_id uuid not null,
    event_id uuid not null,
    seen_revision int not null,
    recorded_at timestamptz not null,
    operator text not null,
    state text not null check (state in ('approved', 'refused', 'withdrawn')),
    revision int,
    why text,
    at timestamptz not null
);

create index on scorer.approval (event_id);
create index on scorer.approval (approval_id);

-- Orders that operators wanted back, also those that had not come yet.
create table scorer.approval_undo (
    order_id uuid primary key,
    operator text not null,
    undone_at timestamptz not null,
    granted boolean not null,
    why text,
    at timestamptz not null
);

-- What others may rely on: what became of each order, and of the wish to have it back.
create view scorer.approved_order as
select order_id, a.event_id, a.revision, a.state, a.why, a.at, u.granted as undo_granted, u.why as undo_why, u.at as undo_at
from scorer.approval a full join scorer.approval_undo u using (order_id);

-- What an order is held against: where each case stands, and what was published of it before any order; of a blinded case that is without content.
create view scorer.orderable_case as
select c.event_id, c.workflow, c.task, c.reported_at, c.family, c.revision, c.disposition, c.expires_at, c.answered_at, c.dominant_code,
       exists (select from scorer.recovery_case newer where newer.task = c.task and newer.reported_at > c.reported_at)
           or exists (select from scorer.departure d where d.workflow = c.workflow and d.left_at >= c.reported_at) as is_over,
       said.blinded, said.body, said.plans
from scorer.recovery_case c
join lateral (
    select r.blinded, r.body, r.plans from scorer.recommendation r
    where r.event_id = c.event_id
    order by r.disposition in ('approved', 'withdrawn'), r.revision desc limit 1) said on true;

-- Whoever shows a case hears of what became of its orders.
create function scorer.tell_of_order() returns trigger language plpgsql as $$
begin
    perform pg_notify('scorer_order', new.order_id::text);
    return new;
end $$;

create trigger tell after insert or update on scorer.approval for each row execute function scorer.tell_of_order();
create trigger tell after insert or update on scorer.approval_undo for each row execute function scorer.tell_of_order();

grant select, insert, update on scorer.approval to wr_scorer;
grant select, insert on scorer.approval_undo to wr_scorer;
grant select on scorer.approved_order to wr_console, wr_cli;
grant select on scorer.orderable_case to wr_console;
grant select on scorer.policy_read to wr_console;
