using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using WorkflowRecovery.Ingestor.Storage;
using WorkflowRecovery.ServiceDefaults.Database;
using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Ingestor.Tests.Storage;

public sealed class SchemaTests(TestServers servers)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_model_and_the_migrated_tables_agree()
    {
        var accounts = await MigratedAsync();
        await using var database = new IngestorDatabase(
            new DbContextOptionsBuilder<IngestorDatabase>().UseNpgsql(accounts.Migrator).UseSnakeCaseNamingConvention().Options);

        Assert.Empty(await SchemaAgreement.DisagreementsAsync(database, Cancellation));
    }

    [Fact]
    public async Task A_column_that_was_changed_by_hand_is_a_disagreement()
    {
        var accounts = await MigratedAsync();
        await RunAsync(accounts, "alter table ingestor.accepted_message alter column kind drop not null; alter table ingestor.operator_action drop column cores cascade");
        await using var database = new IngestorDatabase(
            new DbContextOptionsBuilder<IngestorDatabase>().UseNpgsql(accounts.Migrator).UseSnakeCaseNamingConvention().Options);

        var found = await SchemaAgreement.DisagreementsAsync(database, Cancellation);

        Assert.Contains("the model has operator_action.cores as integer, nullable, the migrated tables have not", found);
        Assert.Contains("the migrated tables have accepted_message.kind as text, nullable, the model has not", found);
    }

    [Fact]
    public async Task Migrating_twice_applies_nothing_the_second_time()
    {
        var accounts = await MigratedAsync();
        await using var source = NpgsqlDataSource.Create(accounts.Migrator);

        Assert.Equal(0, await new Migrations(typeof(IngestorDatabase).Assembly, "ingestor").ApplyAsync(source, Cancellation));
    }

    [Fact]
    public async Task The_ingestor_refuses_to_serve_on_an_empty_database() =>
        await RefusesToServeAsync(await servers.NewDatabaseAsync(Cancellation));

    [Fact]
    public async Task The_ingestor_refuses_to_serve_on_an_older_schema()
    {
        var accounts = await MigratedAsync();
        await RunAsync(accounts, "delete from ingestor.schema_migration where number = (select max(number) from ingestor.schema_migration)");

        await RefusesToServeAsync(accounts);
    }

    private async Task RefusesToServeAsync(DatabaseAccounts accounts)
    {
        var broker = await servers.NewVirtualHostAsync(Cancellation);
        var start = new ProcessStartInfo("dotnet", [ServiceCatalogue.AssemblyOf(Checkout.Root(), "ingestor"), "serve"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            Environment =
            {
                ["Database__ConnectionString"] = accounts.For(DatabaseRoles.Of("ingestor")),
                ["Broker__Uri"] = broker.For("ingestor").AbsoluteUri,
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            },
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(Cancellation);
        await process.WaitForExitAsync(Cancellation);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("run 'ingestor migrate' first", said, StringComparison.Ordinal);
    }

    private async Task<DatabaseAccounts> MigratedAsync()
    {
        var accounts = await servers.NewDatabaseAsync(Cancellation);
        await using var source = NpgsqlDataSource.Create(accounts.Migrator);
        Assert.Equal(1, Math.Sign(await new Migrations(typeof(IngestorDatabase).Assembly, "ingestor").ApplyAsync(source, Cancellation)));
        return accounts;
    }

    private static async Task RunAsync(DatabaseAccounts accounts, string sql)
    {
        await using var source = NpgsqlDataSource.Create(accounts.Migrator);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
