using System.Reflection;
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

    /// <summary>Makes the database with what those services brought that stand beside the tests.</summary>
    /// <param name="servers">Where it is made.</param>
    /// <param name="cancellation">Ends the making.</param>
    public static Task<DatabaseAccounts> NewAsync(TestServers servers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(servers);
        byte[] builds = [.. Services.Append(typeof(Migrations).Assembly).SelectMany(made => made.ManifestModule.ModuleVersionId.ToByteArray())];
        return CopiedDatabase.NewAsync(servers, builds, first => MigrateAsync(first, cancellation), cancellation);
    }

    private static async Task MigrateAsync(DatabaseAccounts database, CancellationToken cancellation)
    {
        await using var migrator = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.Migrator) { Pooling = false });
        foreach (var service in Services)
            await new Migrations(service, service.GetName().Name!.Split('.')[^1].ToLowerInvariant()).ApplyAsync(migrator, cancellation);
    }
}
