using WorkflowRecovery.Servers.Postgres;
using WorkflowRecovery.Servers.Processes;
using WorkflowRecovery.Servers.RabbitMq;

namespace WorkflowRecovery.Servers.Temporary;

/// <summary>
/// A private Postgres and a private RabbitMQ that end, with all their data, when they are disposed of or when the
/// process that made them is gone.
/// </summary>
public sealed class TemporaryServers : IAsyncDisposable
{
    private readonly Guard _guard;

    /// <summary>Prepares both servers in a new folder; starts neither.</summary>
    public TemporaryServers()
    {
        // Not a folder of CreateTempSubdirectory: that one is closed to the account Postgres runs under.
        Folder = Path.Combine(Path.GetTempPath(), $"workflow-recovery-{Password.Random()[..12]}");
        Directory.CreateDirectory(Folder);
        Ledger = new ProcessLedger(Path.Combine(Folder, "processes"));
        Postgres = new PrivatePostgres(new ServerFolder(Path.Combine(Folder, "postgres"), Logs, Ledger), survivesPowerFailure: false);
        RabbitMq = new PrivateRabbitMq(new ServerFolder(Path.Combine(Folder, "rabbitmq"), Logs, Ledger));
        _guard = new Guard(Ledger, Folder);
    }

    /// <summary>The folder of both servers; gone when this is disposed of.</summary>
    public string Folder { get; }

    /// <summary>Where processes are written down that are to end with the servers.</summary>
    public ProcessLedger Ledger { get; }

    /// <summary>Folder for logs.</summary>
    public string Logs => Path.Combine(Folder, "logs");

    /// <summary>The database server.</summary>
    public PrivatePostgres Postgres { get; }

    /// <summary>The broker.</summary>
    public PrivateRabbitMq RabbitMq { get; }

    /// <summary>Starts both at the same time and waits until both answer.</summary>
    /// <exception cref="ServerException">One did not start.</exception>
    public Task StartAsync(CancellationToken cancellation) =>
        Task.WhenAll(Postgres.StartAsync(cancellation), RabbitMq.StartAsync(cancellation));

    /// <summary>Kills both, since nobody needs their data any more, and removes the folder.</summary>
    public ValueTask DisposeAsync()
    {
        foreach (var stamp in Ledger.Read())
            Ending.Kill(stamp);
        _guard.Dispose();
        return ValueTask.CompletedTask;
    }
}
