using Npgsql;

namespace WorkflowRecovery.Servers.Postgres;

/// <summary>The two ways to write down where a database is: a URI, and the string that Npgsql reads.</summary>
public static class PostgresAddress
{
    /// <summary>Reads either form.</summary>
    /// <param name="address"><c>postgresql://user:password@host:port/database</c> or <c>Host=…;Username=…</c>.</param>
    public static NpgsqlConnectionStringBuilder Parse(string address)
    {
        if (!address.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return new NpgsqlConnectionStringBuilder(address);
        var (user, password) = Credentials.Of(uri);
        return new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : NpgsqlConnection.DefaultPort,
            Username = user,
            Password = password,
            Database = uri.AbsolutePath.Trim('/') is { Length: > 0 } name ? Uri.UnescapeDataString(name) : "postgres",
        };
    }

    /// <summary>Writes the URI.</summary>
    public static string ToUri(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        return $"postgresql://{Uri.EscapeDataString(parts.Username ?? "")}:{Uri.EscapeDataString(parts.Password ?? "")}@{parts.Host}:{parts.Port}/{Uri.EscapeDataString(parts.Database ?? "")}";
    }
}
