using System.Reflection;
using Npgsql;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.ServiceDefaults.Database;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Hosting;

/// <summary>A new database with the tables of every service, since the console reads the views of all.</summary>
internal static class MigratedDatabase
{
    public static async Task<DatabaseAccounts> NewAsync(TestServers servers, CancellationToken cancellation)
    {
        var database = await servers.NewDatabaseAsync(cancellation);
        await using var migrator = NpgsqlDataSource.Create(database.Migrator);
        foreach (var service in (string[])["Ingestor", "Featurizer", "Scorer", "Retrainer", "Console"])
            await new Migrations(Assembly.Load($"WorkflowRecovery.{service}"), service.ToLowerInvariant()).ApplyAsync(migrator, cancellation);
        return database;
    }
}
