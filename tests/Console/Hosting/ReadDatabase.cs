using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Hosting;

/// <summary>A database of its own, written as its owner and read as the console.</summary>
internal sealed class ReadDatabase : IAsyncDisposable
{
    private readonly DatabaseAccounts _accounts;
    private readonly NpgsqlDataSource _owner;
    private readonly ServiceProvider _console;

    private ReadDatabase(DatabaseAccounts accounts)
    {
        _accounts = accounts;
        _owner = NpgsqlDataSource.Create(accounts.Migrator);
        Past = new Past(_owner);
        _console = new ServiceCollection()
            .AddDbContextFactory<ConsoleDatabase>(options => options.UseNpgsql(accounts.For(DatabaseRoles.Of("console"))).UseSnakeCaseNamingConvention())
            .BuildServiceProvider();
    }

    public Past Past { get; }

    public IDbContextFactory<ConsoleDatabase> Console => _console.GetRequiredService<IDbContextFactory<ConsoleDatabase>>();

    public static async Task<ReadDatabase> NewAsync(TestServers servers) =>
        new(await MigratedDatabase.NewAsync(servers, TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        await _console.DisposeAsync();
        await _owner.DisposeAsync();
        await _accounts.RemoveDatabaseAsync(CancellationToken.None);
    }
}
