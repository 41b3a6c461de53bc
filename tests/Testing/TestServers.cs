using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Servers.Postgres;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Servers.RabbitMq;
using WorkflowRecovery.Servers.Temporary;

namespace WorkflowRecovery.Testing;

/// <summary>
/// The Postgres and the RabbitMQ of a test run, as an assembly fixture. A server starts when the first test asks for
/// it; addresses in WR_TEST_POSTGRES, WR_TEST_AMQP_URI and WR_TEST_AMQP_MANAGEMENT_URI win.
/// </summary>
public sealed class TestServers : IAsyncDisposable
{
    private readonly GivenServers _given = GivenServers.FromEnvironment("WR_TEST_");
    private readonly Lazy<TemporaryServers> _own = new(() => new TemporaryServers());
    private readonly Lazy<Task<string>> _postgres;
    private readonly Lazy<Task<BrokerAddress>> _broker;

    public TestServers()
    {
        _postgres = new(StartPostgresAsync);
        _broker = new(StartBrokerAsync);
    }

    /// <summary>A new database that every role may enter.</summary>
    /// <param name="cancellation">Ends the making.</param>
    /// <param name="template">The database that it is a copy of; without one it is empty.</param>
    public async Task<DatabaseAccounts> NewDatabaseAsync(CancellationToken cancellation, string? template = null)
    {
        var database = Database(await _postgres.Value, $"test_{Guid.NewGuid():N}");
        await database.ProvideDatabaseAsync(cancellation, template);
        return database;
    }

    /// <summary>Connection string of the administrator.</summary>
    internal Task<string> PostgresAsync() => _postgres.Value;

    /// <summary>A new, empty virtual host with the rights of every user.</summary>
    public async Task<BrokerAccounts> NewVirtualHostAsync(CancellationToken cancellation)
    {
        var broker = Broker(await _broker.Value, $"test-{Guid.NewGuid():N}");
        await broker.ProvideVirtualHostAsync(cancellation);
        return broker;
    }

    public async ValueTask DisposeAsync()
    {
        if (_own.IsValueCreated)
            await _own.Value.DisposeAsync();
    }

    // Derived passwords, because several test programs share the servers of a run and each makes sure of the accounts.
    private static DatabaseAccounts Database(string admin, string name) =>
        new(admin, AccountPasswords.Derived(PostgresAddress.Parse(admin).Password ?? string.Empty).Database, name);

    private static BrokerAccounts Broker(BrokerAddress address, string virtualHost) =>
        new(address, AccountPasswords.Derived(address.Management.UserInfo).Broker, virtualHost);

    private async Task<string> StartPostgresAsync()
    {
        if (_given.PostgresAdmin is null)
            await _own.Value.Postgres.StartAsync();
        var admin = _given.PostgresAdmin ?? _own.Value.Postgres.AdminConnectionString;
        await Database(admin, "postgres").ProvideRolesAsync(CancellationToken.None);
        return admin;
    }

    private async Task<BrokerAddress> StartBrokerAsync()
    {
        if (_given.Broker is null)
            await _own.Value.RabbitMq.StartAsync();
        var address = _given.Broker ?? _own.Value.RabbitMq.Address;
        await Broker(address, "/").ProvideUsersAsync(CancellationToken.None);
        return address;
    }
}
