namespace WorkflowRecovery.Servers.Provisioning;

/// <summary>The roles at the database server; what each may see of the tables is granted by the migrations.</summary>
public static class DatabaseRoles
{
    /// <summary>Owns the database and every schema; runs the migrations and nothing else.</summary>
    public const string Migrator = "wr_migrator";

    /// <summary>The command line: reads.</summary>
    public const string CommandLine = "wr_cli";

    /// <summary>Every role, the owner first.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Migrator, Of("ingestor"), Of("featurizer"), Of("scorer"), Of("retrainer"), Of("console"), CommandLine];

    /// <summary>The role of a service.</summary>
    public static string Of(string service) => $"wr_{service}";
}
