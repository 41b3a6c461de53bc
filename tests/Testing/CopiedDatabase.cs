using System.Security.Cryptography;
using Npgsql;
using WorkflowRecovery.Servers.Provisioning;

namespace WorkflowRecovery.Testing;

/// <summary>Databases that begin alike: the first one is filled, all are copies of it.</summary>
internal static class CopiedDatabase
{
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Returns a new copy. All programs of a run share the servers, and what is filled by the same also the first one.</summary>
    /// <param name="servers">Where it is made.</param>
    /// <param name="by">What tells that which fills it from all else.</param>
    /// <param name="fill">Fills the first one, and leaves no connection open.</param>
    /// <param name="cancellation">Ends the making.</param>
    public static async Task<DatabaseAccounts> NewAsync(TestServers servers, byte[] by, Func<DatabaseAccounts, Task> fill, CancellationToken cancellation)
    {
        var template = $"template_{Convert.ToHexStringLower(SHA256.HashData(by))[..16]}";
        await Turn.WaitAsync(cancellation);
        try
        {
            await EnsureAsync(servers, template, fill, cancellation);
        }
        finally
        {
            Turn.Release();
        }

        return await servers.NewDatabaseAsync(cancellation, template);
    }

    /// <summary>It gets its name when it is complete, so that nobody ever copies a half of it.</summary>
    private static async Task EnsureAsync(TestServers servers, string template, Func<DatabaseAccounts, Task> fill, CancellationToken cancellation)
    {
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(await servers.PostgresAsync()) { Pooling = false });
        await using var connection = await server.OpenConnectionAsync(cancellation);
        await RunAsync($"select pg_advisory_lock(hashtextextended('{template}', 0))");
        if (await RunAsync($"select exists (select from pg_database where datname = '{template}')") is true)
            return;
        var first = await servers.NewDatabaseAsync(cancellation);
        await fill(first);
        await RunAsync($"alter database {first.Database} rename to {template}");

        async Task<object?> RunAsync(string sql)
        {
#pragma warning disable CA2100 // Both names are made of digits and letters above.
            await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
            return await command.ExecuteScalarAsync(cancellation);
        }
    }
}
