using System.Data;
using System.Reflection;
using Npgsql;

namespace WorkflowRecovery.ServiceDefaults.Database;

/// <summary>
/// Applies a service's numbered SQL files, embedded under <c>Storage/Migrations</c> as <c>0001_name.sql</c>, each in a
/// transaction of its own and all under one advisory lock, and tells whether a database is up to date.
/// </summary>
public sealed class Migrations(Assembly assembly, string schema)
{
    private const string Lock = "hashtextextended('workflow-recovery migrations', 0)";

    private readonly (int Number, string Name)[] _files =
    [
        .. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => (Number: int.Parse(name.Split(".Migrations.")[1].TrimStart('_').AsSpan(0, 4)), Name: name))
            .OrderBy(file => file.Number),
    ];

    /// <summary>Number of the newest file.</summary>
    public int Newest => _files.Length == 0 ? 0 : _files[^1].Number;

    /// <summary>Applies what is missing and returns how many files that were.</summary>
    public async Task<int> ApplyAsync(NpgsqlDataSource database, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, $"select pg_advisory_lock({Lock})", cancellationToken);
        try
        {
            return await ApplyMissingAsync(connection, cancellationToken);
        }
        finally
        {
            // A pooled connection would keep the lock after it was given back, and the next in line wait for ever.
            if (connection.State == ConnectionState.Open)
                await ExecuteAsync(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    /// <summary>Numbers of the files that a database has not seen, in their order; all of an empty one.</summary>
    public async Task<IReadOnlyList<int>> MissingAsync(NpgsqlDataSource database, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var exists = new NpgsqlCommand($"select to_regclass('{schema}.schema_migration') is not null", connection);
        var applied = await exists.ExecuteScalarAsync(cancellationToken) is true ? await AppliedAsync(connection, cancellationToken) : [];
        return [.. _files.Select(file => file.Number).Except(applied)];
    }

    /// <summary>Each file for itself: of two changes that were made side by side, the one with the lower number may come second.</summary>
    private async Task<int> ApplyMissingAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, CommonTables.Sql(schema), cancellationToken);
        var applied = await AppliedAsync(connection, cancellationToken);
        var missing = _files.Where(file => !applied.Contains(file.Number)).ToList();
        foreach (var (number, name) in missing)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(connection, await ReadAsync(name), cancellationToken);
            await ExecuteAsync(connection, $"insert into {schema}.schema_migration (number, name) values ({number}, '{name}')", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return missing.Count;
    }

    private async Task<int[]> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"select coalesce(array_agg(number), '{{}}') from {schema}.schema_migration", connection);
        return (int[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<string> ReadAsync(string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return await reader.ReadToEndAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
