using System.Reflection;
using System.Security.Cryptography;
using Npgsql;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.Testing;

/// <summary>A new database with the tables of every service, since services read each other's views.</summary>
public static class MigratedDatabase
{
    // Views are made on those of the services before.
    private static readonly Assembly[] Services =
    [
        .. ((string[])["Ingestor", "Featurizer", "Scorer", "Retrainer", "Console"])
            .Where(service => File.Exists(Path.Combine(AppContext.BaseDirectory, $"WorkflowRecovery.{service}.dll")))
            .Select(service => Assembly.Load($"WorkflowRecovery.{service}")),
    ];

    // All programs of a run share the servers, and those that bring the same services also the template.
    private static readonly string Template =
        $"template_{Convert.ToHexStringLower(SHA256.HashData([.. Services.SelectMany(service => service.ManifestModule.ModuleVersionId.ToByteArray())]))[..16]}";

    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Copies the database that was migrated first, by what those services brought that stand beside the tests.</summary>
    /// <param name="servers">Where it is made.</param>
    /// <param name="cancellation">Ends the making.</param>
    public static async Task<DatabaseAccounts> NewAsync(TestServers servers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(servers);
        await Turn.WaitAsync(cancellation);
        try
        {
            await EnsureTemplateAsync(servers, cancellation);
        }
        finally
        {
            Turn.Release();
        }

        return await servers.NewDatabaseAsync(cancellation, Template);
    }

    /// <summary>It gets its name when it is complete, so that nobody ever copies a half of it.</summary>
    private static async Task EnsureTemplateAsync(TestServers servers, CancellationToken cancellation)
    {
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(await servers.PostgresAsync()) { Pooling = false });
        await using var connection = await server.OpenConnectionAsync(cancellation);
        await RunAsync($"select pg_advisory_lock(hashtextextended('{Template}', 0))");
        await using var exists = new NpgsqlCommand($"select exists (select from pg_database where datname = '{Template}')", connection);
        if (await exists.ExecuteScalarAsync(cancellation) is true)
            return;
        var first = await servers.NewDatabaseAsync(cancellation);
        await using (var migrator = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(first.Migrator) { Pooling = false }))
        {
            foreach (var service in Services)
                await new Migrations(service, service.GetName().Name!.Split('.')[^1].ToLowerInvariant()).ApplyAsync(migrator, cancellation);
        }

        await RunAsync($"alter database {first.Database} rename to {Template}");

        async Task RunAsync(string sql)
        {
#pragma warning disable CA2100 // Names are made above.
            await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
