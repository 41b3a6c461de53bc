using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Servers.Packages;
using WorkflowRecovery.Servers.Postgres;
using WorkflowRecovery.Servers.Processes;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Servers.RabbitMq;

namespace WorkflowRecovery.Servers.Instances;

/// <summary>Brings an instance up, or completes one of which something died. Doing it twice is harmless.</summary>
/// <param name="instance">The instance.</param>
/// <param name="repository">Root of the checkout, where the services were built.</param>
/// <param name="given">Servers to use instead of private ones.</param>
/// <param name="progress">Told what is being done.</param>
public sealed class InstanceStart(Instance instance, string repository, GivenServers given, IProgress<string> progress)
{
    /// <summary>Name of the virtual host.</summary>
    public const string VirtualHost = "workflow-recovery";

    /// <summary>Name of the database.</summary>
    public const string Database = "workflow_recovery";

    private const string Console = "console";

    /// <summary>The services to start; all of them unless told otherwise.</summary>
    public IReadOnlyList<string> Services { get; init; } = ServiceCatalogue.Names;

    /// <summary>Further variables for the services, e.g. options that a measurement needs.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();

    /// <summary>Starts whatever does not run, in the order in which things need each other.</summary>
    /// <returns>True when something had to be done, false when everything was up already.</returns>
    /// <exception cref="MissingPackagesException">The servers' packages are missing and could not be installed.</exception>
    /// <exception cref="ServerException">Something did not start.</exception>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        using var only = await InstanceLock.TakeAsync(instance, cancellation);
        if (await InstanceState.IsUpAsync(instance, cancellation))
            return false;
        await DebianPackages.EnsureAsync(given.NeededPackages(), progress, cancellation);
        var postgres = PostgresAsync(cancellation);
        var broker = BrokerAsync(cancellation);
        await Task.WhenAll(postgres, broker);
        await StartServicesAsync(await broker, await postgres, cancellation);
        return true;
    }

    private async Task StartServicesAsync(BrokerAddress address, string postgresAdmin, CancellationToken cancellation)
    {
        var before = instance.ReadSecrets();
        var passwords = before?.Passwords ?? AccountPasswords.Random();
        var consoleKey = before?.ConsoleKey ?? Password.Random();
        var broker = new BrokerAccounts(address, passwords.Broker, VirtualHost);
        var database = new DatabaseAccounts(postgresAdmin, passwords.Database, Database);
        instance.Write(new Secrets(broker.For(BrokerUsers.CommandLine).AbsoluteUri, broker.Management.AbsoluteUri, postgresAdmin, passwords) { ConsoleKey = consoleKey });
        await ProvideAsync(broker, database, cancellation);
        using var fleet = new ServiceFleet(Settings(broker, database, consoleKey), instance.Ledger, instance.Logs);
        await fleet.MigrateAsync(progress, cancellation);
        Write(fleet, broker, database);
        await fleet.StartAllAsync(progress, cancellation);
        Write(fleet, broker, database);
    }

    private async Task ProvideAsync(BrokerAccounts broker, DatabaseAccounts database, CancellationToken cancellation)
    {
        progress.Report("making users, roles, virtual host and database");
        await broker.ProvideUsersAsync(cancellation);
        await broker.ProvideVirtualHostAsync(cancellation);
        await database.ProvideRolesAsync(cancellation);
        await database.ProvideDatabaseAsync(cancellation);
    }

    // Written before the services start as well, so that a later attempt finds the ports of those that did.
    private void Write(ServiceFleet fleet, BrokerAccounts broker, DatabaseAccounts database) => instance.Write(new Endpoints(
        broker.For(BrokerUsers.WorkflowSystem).AbsoluteUri,
        PostgresAddress.ToUri(database.For(DatabaseRoles.CommandLine)),
        fleet.Names.Contains(Console) ? fleet.UrlOf(Console).AbsoluteUri.TrimEnd('/') : null,
        fleet.Names.ToDictionary(name => name, name => fleet.UrlOf(name).AbsoluteUri.TrimEnd('/')),
        instance.Ledger.Read()));

    private List<ServiceSettings> Settings(BrokerAccounts broker, DatabaseAccounts database, string consoleKey)
    {
        var before = instance.ReadAddresses();
        List<ServiceSettings> settings = [.. Services.Select(name => ServiceSettings.For(
            name, ServiceCatalogue.AssemblyOf(repository, name), database, broker, Url(name, before.GetValueOrDefault(name))) with { More = Variables })];
        return [.. settings.Select(service => service.Name == Console ? service with { More = ForConsole(consoleKey, settings) } : service)];
    }

    /// <summary>How people sign in to the console, and where it asks the services how they are.</summary>
    private Dictionary<string, string?> ForConsole(string key, IEnumerable<ServiceSettings> services) => services
        .Select(service => KeyValuePair.Create($"Operations__Services__{service.Name}", (string?)service.Url.AbsoluteUri))
        .Concat(ConsoleSignIn.Variables(key))
        .Concat(Variables)
        .ToDictionary();

    // A service that died or was stopped keeps its address, one that still runs must be asked where it is.
    private Uri Url(string name, string? before) =>
        before is not null && (instance.Ledger.FindAlive(name) is not null || FreePort.IsFree(new Uri(before).Port))
            ? new Uri(before)
            : new Uri($"http://127.0.0.1:{FreePort.Next()}");

    private async Task<string> PostgresAsync(CancellationToken cancellation)
    {
        if (given.PostgresAdmin is not null)
            return given.PostgresAdmin;
        progress.Report("starting Postgres");
        var server = new PrivatePostgres(instance.Postgres);
        await server.StartAsync(cancellation);
        progress.Report("Postgres ready");
        return server.AdminConnectionString;
    }

    private async Task<BrokerAddress> BrokerAsync(CancellationToken cancellation)
    {
        if (given.Broker is not null)
            return given.Broker;
        progress.Report("starting RabbitMQ");
        var server = new PrivateRabbitMq(instance.RabbitMq);
        await server.StartAsync(cancellation);
        progress.Report("RabbitMQ ready");
        return server.Address;
    }
}
