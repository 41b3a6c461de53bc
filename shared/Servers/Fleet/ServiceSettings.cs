using WorkflowRecovery.Servers.Provisioning;

namespace WorkflowRecovery.Servers.Fleet;

/// <summary>How one service is started.</summary>
/// <param name="Name">Name of the service, lower case.</param>
/// <param name="Assembly">Path of its program (<c>.dll</c>).</param>
/// <param name="Database">Connection string of its own role.</param>
/// <param name="Migrator">Connection string for its migrations.</param>
/// <param name="Broker">Its own AMQP address.</param>
/// <param name="Url">Where it serves HTTP.</param>
public sealed record ServiceSettings(string Name, string Assembly, string Database, string Migrator, Uri Broker, Uri Url)
{
    /// <summary>Further variables for the service, e.g. options that a test sets.</summary>
    public IReadOnlyDictionary<string, string?> More { get; init; } = new Dictionary<string, string?>();

    /// <summary>Settings of a service with the accounts that bear its name.</summary>
    public static ServiceSettings For(string name, string assembly, DatabaseAccounts database, BrokerAccounts broker, Uri url) => new(
        name, assembly, database.For(DatabaseRoles.Of(name)), database.Migrator, broker.For(name), url);

    /// <summary>The variables with which it serves.</summary>
    public IReadOnlyDictionary<string, string?> ServeEnvironment() => new Dictionary<string, string?>(More)
    {
        ["Database__ConnectionString"] = Database,
        ["Broker__Uri"] = Broker.AbsoluteUri,
        ["ASPNETCORE_URLS"] = Url.AbsoluteUri.TrimEnd('/'),
        // Several services share few cores: idle worker threads must not spin, and a heap per core costs memory.
        ["OMP_WAIT_POLICY"] = "passive",
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_GCConserveMemory"] = "7",
        ["MALLOC_ARENA_MAX"] = "2",
    };

    /// <summary>The variables with which its migrations run.</summary>
    public IReadOnlyDictionary<string, string?> MigrateEnvironment() => new Dictionary<string, string?>(More) { ["Database__ConnectionString"] = Migrator };
}
