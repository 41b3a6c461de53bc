-- What executors that poll were told: one document for a workflow, and the orders that it holds.
create table console.served_document (
    document_id uuid primary key,
    workflow text not null,
    content text not null,
    ordered_at timestamptz not null,
    served_at timestamptz not null,
    reported_at timestamptz
);

create index on console.served_document (workflow);

create table console.served_order (
    event_id uuid not null,
    revision int not null,
    workflow text not null,
    task text,
    served_at timestamptz not null,
    reported_at timestamptz,
    primary key (event_id, revision)
);

create index on console.served_order (workflow);

grant select, insert, update on console.served_document, console.served_order to wr_console;
