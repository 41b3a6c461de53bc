using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using WorkflowRecovery.Console.Storage;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Cases.Reading;

/// <summary>The tables of every service: a test writes what their owners would, and reads as the console's role.</summary>
public sealed class CaseDatabase(TestServers servers) : IAsyncLifetime
{
    private NpgsqlDataSource _owner = null!;

    internal IDbContextFactory<ConsoleDatabase> Databases { get; private set; } = null!;

    /// <summary>As the console reaches it.</summary>
    internal NpgsqlDataSource Console { get; private set; } = null!;

    internal CaseRows Rows { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var accounts = await MigratedDatabase.NewAsync(servers, TestContext.Current.CancellationToken);
        Console = NpgsqlDataSource.Create(accounts.For(DatabaseRoles.Of("console")));
        _owner = NpgsqlDataSource.Create(accounts.Migrator);
        Databases = new PooledDbContextFactory<ConsoleDatabase>(
            new DbContextOptionsBuilder<ConsoleDatabase>().UseNpgsql(Console).UseSnakeCaseNamingConvention().Options);
        Rows = new(_owner);
    }

    public async ValueTask DisposeAsync()
    {
        await Console.DisposeAsync();
        await _owner.DisposeAsync();
    }
}
