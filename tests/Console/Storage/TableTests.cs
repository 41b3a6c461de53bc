using Microsoft.EntityFrameworkCore;
using Npgsql;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Storage;

public sealed class TableTests(TestServers servers)
{
    [Fact]
    public async Task The_model_and_the_migrated_tables_agree()
    {
        var accounts = await MigratedDatabase.NewAsync(servers, TestContext.Current.CancellationToken);
        await using var connection = NpgsqlDataSource.Create(accounts.For("wr_console"));
        await using var database = new ConsoleDatabase(new DbContextOptionsBuilder<ConsoleDatabase>().UseNpgsql(connection).UseSnakeCaseNamingConvention().Options);

        Assert.Empty(await SchemaAgreement.DisagreementsAsync(database, TestContext.Current.CancellationToken));
    }
}
