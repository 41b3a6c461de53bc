using Npgsql;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Servers.Instances;
using WorkflowRecovery.Servers.Postgres;
using WorkflowRecovery.Servers.Provisioning;
using WorkflowRecovery.Servers.RabbitMq;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Instances;

/// <summary>An instance that is up, as the command line reaches it.</summary>
internal sealed class RunningInstance : IAsyncDisposable
{
    private RunningInstance(Endpoints endpoints, Secrets secrets)
    {
        OutsideAddress = new Uri(endpoints.Amqp);
        Console = endpoints.Console is { } console ? new Uri(console) : null;
        Outside = new Sender(OutsideAddress);
        InsideAddress = new Uri(secrets.Amqp);
        Inside = new Sender(InsideAddress);
        Broker = new BrokerAccounts(
            new BrokerAddress(InsideAddress, new Uri(secrets.Management)), secrets.Passwords.Broker, Uri.UnescapeDataString(InsideAddress.AbsolutePath.Trim('/')));
        Database = NpgsqlDataSource.Create(PostgresAddress.Parse(endpoints.Postgres).ConnectionString);
    }

    /// <summary>Where the outside party connects.</summary>
    public Uri OutsideAddress { get; }

    /// <summary>Where the console's pages are; null where it was not started.</summary>
    public Uri? Console { get; }

    /// <summary>Publishes as the outside party.</summary>
    public Sender Outside { get; }

    /// <summary>Where the command line itself connects.</summary>
    public Uri InsideAddress { get; }

    /// <summary>Publishes as the command line.</summary>
    public Sender Inside { get; }

    /// <summary>The broker with all its accounts.</summary>
    public BrokerAccounts Broker { get; }

    /// <summary>The database, to read from.</summary>
    public NpgsqlDataSource Database { get; }

    /// <exception cref="ServerException">The instance is not up.</exception>
    public static RunningInstance Open(Instance instance) =>
        instance.ReadEndpoints() is { } endpoints && instance.ReadSecrets() is { } secrets
            ? new RunningInstance(endpoints, secrets)
            : throw new ServerException($"Nothing runs here. Start it with: {Hint.To("up")}");

    public async ValueTask DisposeAsync()
    {
        await Outside.DisposeAsync();
        await Inside.DisposeAsync();
        await Database.DisposeAsync();
    }
}
