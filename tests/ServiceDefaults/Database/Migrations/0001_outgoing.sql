create table probe.outgoing_message (
    message_id uuid primary key,
    origin uuid not null,
    exchange text not null,
    routing_key text not null,
    type text not null,
    body bytea not null,
    trace_parent text,
    created_at timestamptz not null,
    published_at timestamptz
);
