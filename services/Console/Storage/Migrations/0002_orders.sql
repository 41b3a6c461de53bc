-- What operators ordered, one row for each case. The first order of an approval gives it its id and stands for it: whoever
-- sends it or takes it back locks that row first.
create table console.order (
    order_id uuid primary key,
    approval_id uuid not null references console.order,
    group_id uuid not null,
    event_id uuid not null,
    workflow text not null,
    task text not null,
    seen_revision int not null,
    scope text not null check (scope in ('task', 'workflow')),
    action text not null,
    ordered jsonb not null,
    recorded bytea not null,
    recorded_at timestamptz not null,
    operator text not null,
    state text not null check (state in ('pending', 'undone', 'sent', 'approved', 'refused', 'withdrawn')),
    due_at timestamptz not null,
    sent_at timestamptz,
    served_at timestamptz,
    undo_asked_at timestamptz,
    undo_asked_by text,
    why text
);

-- Whatever happens, a case has one order at most that counts.
create unique index order_that_counts on console.order (event_id) where state in ('pending', 'sent', 'approved');
create index on console.order (due_at) where state = 'pending';
create index on console.order (order_id) where state = 'sent' or (state = 'approved' and undo_asked_at is not null and why is null);
create index on console.order (approval_id);
create index on console.order (group_id);
create index on console.order (workflow, recorded_at);

-- What operators say again and again.
create table console.reason (
    reason_id uuid primary key,
    short text not null unique,
    long text not null,
    added_by text not null,
    added_at timestamptz not null
);

-- A workflow is handed to somebody else, or waits: kept, never sent anywhere, never a label.
create table console.note (
    note_id uuid primary key,
    workflow text not null,
    task text,
    kind text not null check (kind in ('escalated', 'waiting')),
    addressee text check (addressee in ('site', 'transfer', 'requester')),
    ticket text,
    wait_until timestamptz,
    written_by text not null,
    written_at timestamptz not null,
    closed_by text,
    closed_at timestamptz
);

create index on console.note (workflow);
create index on console.note (written_at) where closed_at is null;

insert into console.reason (reason_id, short, long, added_by, added_at) values
    (gen_random_uuid(), 'retry', 'The failures look passing: the failed jobs are run again as they are.', 'console', now()),
    (gen_random_uuid(), 'memory', 'The jobs need more memory than they had.', 'console', now()),
    (gen_random_uuid(), 'time', 'The jobs need more time than they had, so the work is split finer.', 'console', now()),
    (gen_random_uuid(), 'site', 'The failures are at one site, which is left out.', 'console', now()),
    (gen_random_uuid(), 'input', 'The input cannot be read where it was looked for, so it is read from elsewhere.', 'console', now()),
    (gen_random_uuid(), 'output', 'The output cannot be used; the workflow is run anew.', 'console', now());

-- Every page that shows a case hears of its orders.
create function console.tell_of_order() returns trigger language plpgsql as $$
begin
    perform pg_notify('scorer_case', new.event_id::text);
    return new;
end $$;

create trigger tell after insert or update on console.order for each row execute function console.tell_of_order();

create function console.tell_of_note() returns trigger language plpgsql as $$
begin
    perform pg_notify('console_note', new.workflow);
    return new;
end $$;

create trigger tell after insert or update on console.note for each row execute function console.tell_of_note();

grant select, insert, update on console.order, console.note to wr_console;
grant select, insert on console.reason to wr_console;
