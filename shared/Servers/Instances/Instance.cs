using WorkflowRecovery.Servers.Processes;

namespace WorkflowRecovery.Servers.Instances;

/// <summary>One installation of the product on this machine: a folder with its servers' data, logs and addresses.</summary>
/// <param name="folder">The folder; need not exist yet.</param>
public sealed class Instance(string folder)
{
    /// <summary>Variable that names another folder than <c>.wr</c> of the checkout.</summary>
    public const string FolderVariable = "WR_HOME";

    /// <summary>The folder.</summary>
    public string Folder { get; } = Path.GetFullPath(folder);

    /// <summary>Folder of all logs.</summary>
    public string Logs => Path.Combine(Folder, "logs");

    /// <summary>What was started for this instance.</summary>
    public ProcessLedger Ledger => new(Path.Combine(Folder, "processes"));

    /// <summary>The place of the private Postgres.</summary>
    public ServerFolder Postgres => new(Path.Combine(Folder, "postgres"), Logs, Ledger);

    /// <summary>The place of the private RabbitMQ.</summary>
    public ServerFolder RabbitMq => new(Path.Combine(Folder, "rabbitmq"), Logs, Ledger);

    private string EndpointsFile => Path.Combine(Folder, "endpoints.json");

    private string AddressesFile => Path.Combine(Folder, "addresses.json");

    private string SecretsFile => Path.Combine(Folder, "secrets.json");

    /// <summary>The instance that the variable WR_HOME names, else <c>.wr</c> of the checkout.</summary>
    /// <param name="repository">Finds the checkout's root; not called where the variable is set, since there may be no checkout.</param>
    public static Instance Default(Func<string> repository)
    {
        ArgumentNullException.ThrowIfNull(repository);
        return new(Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } home ? home : Path.Combine(repository(), ".wr"));
    }

    /// <summary>Where it can be reached, or null when it is not up.</summary>
    public Endpoints? ReadEndpoints() => PrivateFile.ReadJson<Endpoints>(EndpointsFile);

    /// <summary>Where each service serves HTTP, or did when the instance was up: bookmarks stay true when it can come back there.</summary>
    public IReadOnlyDictionary<string, string> ReadAddresses()
    {
        var addresses = PrivateFile.ReadJson<Dictionary<string, string>>(AddressesFile) ?? [];
        foreach (var (name, address) in ReadEndpoints()?.Services ?? new Dictionary<string, string>())
            addresses[name] = address;
        return addresses;
    }

    /// <summary>Its credentials, or null when it was never up.</summary>
    public Secrets? ReadSecrets() => PrivateFile.ReadJson<Secrets>(SecretsFile);

    /// <summary>Writes down where it can be reached, for the owner of the folder only, and returns the file's path.</summary>
    public string Write(Endpoints endpoints) => WriteFile(EndpointsFile, endpoints);

    /// <summary>Writes down its credentials, for the owner of the folder only, and returns the file's path.</summary>
    public string Write(Secrets secrets) => WriteFile(SecretsFile, secrets);

    /// <summary>It is not up any more; the addresses of its services are kept for the next time.</summary>
    internal void ForgetEndpoints()
    {
        if (ReadAddresses() is { Count: > 0 } addresses)
            PrivateFile.WriteJson(AddressesFile, addresses);
        File.Delete(EndpointsFile);
    }

    private static string WriteFile<T>(string path, T value)
    {
        PrivateFile.WriteJson(path, value);
        return path;
    }
}
