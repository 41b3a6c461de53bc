using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using WorkflowRecovery.Console.Live;
using WorkflowRecovery.Console.Queue;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Queue;

/// <summary>The console's board on tables of its own, read as the console's role and kept as the service keeps it.</summary>
public sealed class RunningQueue(TestServers servers) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private DatabaseAccounts _accounts = null!;
    private Notifications _notifications = null!;
    private CaseFeed _feed = null!;
    private QueueKeeper _keeper = null!;

    internal NpgsqlDataSource Database { get; private set; } = null!;

    internal QueueRows Rows { get; private set; } = null!;

    internal QueueBoard Board { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _accounts = await MigratedDatabase.NewAsync(servers, TestContext.Current.CancellationToken);
        Database = NpgsqlDataSource.Create(_accounts.For(DatabaseRoles.Of("console")));
        Rows = new(_accounts);
        _notifications = new(Database, TimeProvider.System, NullLogger<Notifications>.Instance);
        _feed = new(_notifications, TimeProvider.System, NullLogger<CaseFeed>.Instance);
        // Nothing but what is heard brings anything in.
        var options = Options.Create(new QueueOptions { ReconcileSeconds = 3600, Days = 10 });
        _keeper = new(Board, new(Database), _feed, options, TimeProvider.System, NullLogger<QueueKeeper>.Instance);
        await _feed.StartAsync(CancellationToken.None);
        await _keeper.StartAsync(CancellationToken.None);
        var listening = new TaskCompletionSource();
        _notifications.Listening += () => listening.TrySetResult();
        await _notifications.StartAsync(CancellationToken.None);
        await listening.Task.WaitAsync(Patience);
        await UntilAsync(() => Board.Current.IsLoaded);
    }

    internal QueueWorkflow? Find(string workflow) => Board.Current.Workflows.SingleOrDefault(shown => shown.Name == workflow);

    /// <summary>Waits until something holds of the board.</summary>
    internal Task UntilAsync(Func<bool> holds) => UntilAsync(holds, subscribe => Board.Changed += subscribe, subscribe => Board.Changed -= subscribe);

    internal static async Task UntilAsync(Func<bool> holds, Action<Action> subscribe, Action<Action> unsubscribe)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        subscribe(Look);
        try
        {
            Look();
            await held.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        finally
        {
            unsubscribe(Look);
        }

        void Look()
        {
            if (holds())
                held.TrySetResult();
        }
    }

    /// <summary>Ends the connections of the console's role at the server.</summary>
    internal async Task DisconnectAsync()
    {
        await using var admin = NpgsqlDataSource.Create(_accounts.Admin);
        await using var command = admin.CreateCommand("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'wr_console' and datname = current_database()");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Another console's ear at the same database.</summary>
    internal Notifications NewNotifications() => new(Database, TimeProvider.System, NullLogger<Notifications>.Instance);

    public async ValueTask DisposeAsync()
    {
        await _notifications.StopAsync(CancellationToken.None);
        await _keeper.StopAsync(CancellationToken.None);
        await _feed.StopAsync(CancellationToken.None);
        _notifications.Dispose();
        _keeper.Dispose();
        _feed.Dispose();
        await Rows.DisposeAsync();
        await Database.DisposeAsync();
    }
}
