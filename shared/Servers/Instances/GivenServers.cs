using WorkflowRecovery.Servers.Packages;
using WorkflowRecovery.Servers.Postgres;
using WorkflowRecovery.Servers.RabbitMq;

namespace WorkflowRecovery.Servers.Instances;

/// <summary>Servers that exist already and are to be used instead of private ones.</summary>
/// <param name="Broker">The broker with its administrator, or null for a private one.</param>
/// <param name="PostgresAdmin">The database server's administrator, or null for a private one.</param>
public sealed record GivenServers(BrokerAddress? Broker, string? PostgresAdmin)
{
    /// <summary>None: both servers are private.</summary>
    public static readonly GivenServers None = new(null, null);

    /// <summary>Reads WR_AMQP_URI with WR_AMQP_MANAGEMENT_URI, and WR_POSTGRES, each with an administrator's credentials, or a file with the address, named by the same variable with _FILE.</summary>
    /// <param name="prefix">First part of the names: <c>WR_</c>, or <c>WR_TEST_</c> for tests.</param>
    /// <exception cref="ServerException">Only one of the broker's two addresses is given.</exception>
    public static GivenServers FromEnvironment(string prefix = "WR_")
    {
        var amqp = Read(prefix + "AMQP_URI");
        var management = Read(prefix + "AMQP_MANAGEMENT_URI");
        if (amqp is null != management is null)
            throw new ServerException($"{prefix}AMQP_URI and {prefix}AMQP_MANAGEMENT_URI belong together: give both or none.");
        var postgres = Read(prefix + "POSTGRES");
        return new GivenServers(
            amqp is null ? null : new BrokerAddress(new Uri(amqp), new Uri(management!)),
            postgres is null ? null : PostgresAddress.Parse(postgres).ConnectionString);
    }

    /// <summary>What this machine needs when these servers are given.</summary>
    public IEnumerable<DebianPackage> NeededPackages() =>
        DebianPackage.ForServers.Where(package =>
            !(Broker is not null && package == DebianPackage.RabbitMq) && !(PostgresAdmin is not null && package == DebianPackage.Postgres));

    private static string? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value
        : Environment.GetEnvironmentVariable(variable + "_FILE") is { Length: > 0 } file ? File.ReadAllText(file).Trim()
        : null;
}
