using System.Security.Cryptography;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Servers.Postgres;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Servers.RabbitMq;
using WorkflowRecovery.Servers.Temporary;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.Testing;

/// <summary>The services as real processes on a database and a virtual host of their own; each can be killed and restarted.</summary>
public sealed class Pipeline : IAsyncDisposable
{
    private readonly TemporaryServers _processes;
    private readonly ServiceFleet _fleet;
    private readonly Func<CancellationToken, Task> _remove;

    private Pipeline(TemporaryServers processes, DatabaseAccounts database, BrokerAccounts broker, PipelineOptions options, Func<CancellationToken, Task> remove)
    {
        _processes = processes;
        _remove = remove;
        Database = database;
        Broker = broker;
        _fleet = FleetOf(processes, database, broker, options);
    }

    /// <summary>The database of the services.</summary>
    public DatabaseAccounts Database { get; }

    /// <summary>The virtual host of the services.</summary>
    public BrokerAccounts Broker { get; }

    /// <summary>The database server, to be killed and restarted: only of a pipeline on servers of its own.</summary>
    public PrivatePostgres Postgres => _processes.Postgres;

    /// <summary>The broker, to be killed and restarted: only of a pipeline on servers of its own.</summary>
    public PrivateRabbitMq RabbitMq => _processes.RabbitMq;

    /// <summary>Starts the services on the servers of the test run.</summary>
    public static async Task<Pipeline> StartAsync(TestServers servers, PipelineOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var broker = await servers.NewVirtualHostAsync(cancellation);
        var database = await CopiedDatabase.NewAsync(servers, FingerprintOf(options.Services), first => MigrateAsync(first, broker, options, cancellation), cancellation);
        return await BeginAsync(new Pipeline(new TemporaryServers(), database, broker, options, async token =>
        {
            await broker.RemoveVirtualHostAsync(token);
            await database.RemoveDatabaseAsync(token);
        }), cancellation);
    }

    /// <summary>Starts the services on a pair of servers that no other test uses, so that a test may end those too.</summary>
    public static async Task<Pipeline> StartOnOwnServersAsync(PipelineOptions options, CancellationToken cancellation)
    {
        var servers = new TemporaryServers();
        await servers.StartAsync(cancellation);
        var passwords = AccountPasswords.Random();
        var database = new DatabaseAccounts(servers.Postgres.AdminConnectionString, passwords.Database, "workflow_recovery");
        var broker = new BrokerAccounts(servers.RabbitMq.Address, passwords.Broker, "workflow-recovery");
        await broker.ProvideUsersAsync(cancellation);
        await broker.ProvideVirtualHostAsync(cancellation);
        await database.ProvideRolesAsync(cancellation);
        await database.ProvideDatabaseAsync(cancellation);
        await MigrateAsync(database, broker, options, cancellation);
        return await BeginAsync(new Pipeline(servers, database, broker, options, _ => Task.CompletedTask), cancellation);
    }

    /// <summary>Where a service serves HTTP.</summary>
    public Uri UrlOf(string service) => _fleet.UrlOf(service);

    /// <summary>The log of a service so far.</summary>
    public string LogOf(string service) => File.ReadAllText(_fleet.LogOf(service));

    /// <summary>Kills a service (SIGKILL).</summary>
    public void Kill(string service) => _fleet.Kill(service);

    /// <summary>Asks a service to end and waits.</summary>
    public Task StopAsync(string service, CancellationToken cancellation) => _fleet.StopAsync(service, cancellation);

    /// <summary>Starts a service again, after stopping it where it still runs, and waits until it is ready.</summary>
    public Task RestartAsync(string service, CancellationToken cancellation) => _fleet.RestartAsync(service, cancellation);

    /// <summary>Waits until a service that lost one of its servers says that it is ready again.</summary>
    public Task UntilReadyAsync(string service, CancellationToken cancellation) => _fleet.UntilReadyAsync(service, cancellation);

    /// <summary>Whether a service says that it is ready.</summary>
    public Task<bool> IsReadyAsync(string service, CancellationToken cancellation) => _fleet.IsReadyAsync(service, cancellation);

    public async ValueTask DisposeAsync()
    {
        await _fleet.StopAllAsync(CancellationToken.None);
        _fleet.Dispose();
        await _remove(CancellationToken.None);
        await _processes.DisposeAsync();
    }

    private static async Task<Pipeline> BeginAsync(Pipeline pipeline, CancellationToken cancellation)
    {
        try
        {
            await pipeline._fleet.StartAllAsync(new Progress<string>(), cancellation);
            return pipeline;
        }
        catch
        {
            await pipeline.DisposeAsync();
            throw;
        }
    }

    private static async Task MigrateAsync(DatabaseAccounts database, BrokerAccounts broker, PipelineOptions options, CancellationToken cancellation)
    {
        await using var processes = new TemporaryServers();
        using var fleet = FleetOf(processes, database, broker, options);
        await fleet.MigrateAsync(new Progress<string>(), cancellation);
    }

    private static ServiceFleet FleetOf(TemporaryServers processes, DatabaseAccounts database, BrokerAccounts broker, PipelineOptions options) => new(
        [.. options.Services.Select(name => ServiceSettings.For(name, AssemblyOf(name), database, broker, new Uri($"http://127.0.0.1:{FreePort.Next()}")) with { More = options.Variables })],
        processes.Ledger,
        processes.Logs);

    private static byte[] FingerprintOf(IEnumerable<string> services) =>
        [.. services.Select(AssemblyOf).Append(typeof(Migrations).Assembly.Location).SelectMany(made => SHA256.HashData(File.ReadAllBytes(made)))];

    private static string AssemblyOf(string service) => ServiceCatalogue.AssemblyOf(Checkout.Root(), service);
}
