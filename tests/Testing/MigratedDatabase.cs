using System.Reflection;
using Npgsql;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.Testing;

/// <summary>A new database with the tables of every service, since services read each other's views.</summary>
public static class MigratedDatabase
{
    // Views are made on those of the services before.
    private static readonly string[] Services = ["Ingestor", "Featurizer", "Scorer", "Retrainer", "Console"];

    /// <summary>Makes the database with what those services brought that stand beside the tests.</summary>
    /// <param name="servers">Where it is made.</param>
    /// <param name="cancellation">Ends the making.</param>
    public static async Task<DatabaseAccounts> NewAsync(TestServers servers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(servers);
        var database = await servers.NewDatabaseAsync(cancellation);
        await using var migrator = NpgsqlDataSource.Create(database.Migrator);
        foreach (var service in Services.Where(StandsBeside))
            await new Migrations(Assembly.Load($"WorkflowRecovery.{service}"), service.ToLowerInvariant()).ApplyAsync(migrator, cancellation);
        return database;
    }

    private static bool StandsBeside(string service) => File.Exists(Path.Combine(AppContext.BaseDirectory, $"WorkflowRecovery.{service}.dll"));
}
