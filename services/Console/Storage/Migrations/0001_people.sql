-- Who did what, when and on what grounds. Nobody may change or remove a line, not even the owner by mistake.
create table console.audit (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    who text not null,
    role text,
    what text not null,
    workflow text,
    task text,
    event_id uuid,
    shown jsonb,
    details jsonb
);

create index on console.audit (who, number);
create index on console.audit (what, number);
create index on console.audit (workflow, number) where workflow is not null;
create index on console.audit (event_id) where event_id is not null;

create function console.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail only grows';
end $$;

create trigger audit_only_grows before update or delete or truncate on console.audit
    for each statement execute function console.refuse_change();

-- A sign-in that lasts until it is ended or was not used for too long.
create table console.sign_in (
    session uuid primary key,
    who text not null,
    role text not null,
    way text not null,
    began_at timestamptz not null,
    seen_at timestamptz not null,
    ended_at timestamptz
);

create index on console.sign_in (seen_at);

-- The keys that protect cookies and forms, shared by all copies of the console.
create table console.data_protection_key (
    name text primary key,
    xml text not null,
    created_at timestamptz not null
);

grant select, insert on console.audit, console.data_protection_key to wr_console;
grant select, insert, update, delete on console.sign_in to wr_console;
