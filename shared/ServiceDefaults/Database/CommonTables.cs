namespace WorkflowRecovery.ServiceDefaults.Database;

/// <summary>What every service's schema holds beside its own tables: which migrations were applied, and messages on their way out.</summary>
internal static class CommonTables
{
    /// <summary>Makes them where they are missing; the service's role, named after it, may use them.</summary>
    public static string Sql(string schema) =>
        $"""
        create schema if not exists {schema};

        create table if not exists {schema}.schema_migration (
            number int primary key,
            name text not null,
            applied_at timestamptz not null default now()
        );

        create table if not exists {schema}.outgoing_message (
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

        create index if not exists outgoing_message_origin on {schema}.outgoing_message (origin);
        create index if not exists outgoing_message_waiting on {schema}.outgoing_message (created_at) where published_at is null;
        create index if not exists outgoing_message_published on {schema}.outgoing_message (published_at) where published_at is not null;

        do $$
        begin
            if exists (select from pg_roles where rolname = 'wr_{schema}') then
                grant usage on schema {schema} to wr_{schema};
                grant select on {schema}.schema_migration to wr_{schema};
                grant select, insert, update, delete on {schema}.outgoing_message to wr_{schema};
            end if;
        end $$;
        """;
}
