using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace WorkflowRecovery.Servers.Provisioning;

/// <summary>Makes roles and databases at a Postgres server; all of it may be done again without harm.</summary>
/// <param name="adminConnectionString">Who may make roles and databases, in the form that Npgsql reads.</param>
[SuppressMessage("Security", "CA2100", Justification = "Statements that make roles and databases take no parameters; names and passwords are checked before they are put in.")]
public sealed class DatabaseProvisioning(string adminConnectionString)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // Any fixed number will do; roles belong to the whole server and several processes may want to make them at once.
    private const long RolesLock = 7_733_921_004;

    /// <summary>Makes the roles, or gives them these passwords, and keeps everybody else out of the server's own databases.</summary>
    /// <param name="passwords">Password per role of <see cref="DatabaseRoles.All"/>: letters and digits only.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task CreateRolesAsync(IReadOnlyDictionary<string, string> passwords, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await RunAsync(connection, $"select pg_advisory_xact_lock({RolesLock})", cancellation);
        foreach (var (role, password) in passwords)
        {
            await RunAsync(connection, $"do $$ begin if to_regrole('{Plain(role)}') is null then create role {role}; end if; end $$", cancellation);
            await RunAsync(connection, $"alter role {role} login nosuperuser nocreatedb nocreaterole password '{Plain(password)}'", cancellation);
        }

        await RunAsync(connection, $"grant {DatabaseRoles.Migrator} to current_user", cancellation);
        await RunAsync(connection, "revoke connect on database postgres, template1 from public", cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Makes a database that belongs to the migrator and that only our roles may enter.</summary>
    /// <param name="database">Its name.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <param name="template">The database that it is a copy of; without one it is empty.</param>
    public async Task CreateDatabaseAsync(string database, CancellationToken cancellation, string? template = null)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var exists = new NpgsqlCommand($"select 1 from pg_database where datname = '{Plain(database)}'", connection);
        if (await exists.ExecuteScalarAsync(cancellation) is null)
            await RunAsync(connection, $"create database {database} owner {DatabaseRoles.Migrator} encoding 'UTF8' template {Plain(template ?? "template0")}", cancellation);
        await RunAsync(connection, $"revoke all on database {database} from public", cancellation);
        await RunAsync(connection, $"grant connect, temporary on database {database} to {string.Join(", ", DatabaseRoles.All)}", cancellation);
    }

    /// <summary>Removes a database and whoever is connected to it.</summary>
    public async Task DropDatabaseAsync(string database, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await RunAsync(connection, $"drop database if exists {Plain(database)} with (force)", cancellation);
    }

    private static string Plain(string word) =>
        word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            ? word
            : throw new ArgumentException($"Only letters, digits and underscores may stand here, not: {word}", nameof(word));

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        // To make or remove a database the server writes out what is in its memory, of all databases.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = (int)Patience.TotalSeconds };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(adminConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }
}
