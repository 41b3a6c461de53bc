namespace WorkflowRecovery.Servers.Fleet;

/// <summary>The services and where their programs are.</summary>
public static class ServiceCatalogue
{
    /// <summary>Every service, in the order of events passing through, which is also the order of migrations.</summary>
    public static IReadOnlyList<string> Names { get; } = ["ingestor", "featurizer", "scorer", "retrainer", "console"];

    /// <summary>The program of a service: of the same build configuration as the caller, else of another.</summary>
    /// <param name="repository">Root of the checkout.</param>
    /// <param name="service">Name of the service.</param>
    /// <exception cref="ServerException">It has not been built.</exception>
    public static string AssemblyOf(string repository, string service)
    {
        var title = char.ToUpperInvariant(service[0]) + service[1..];
        return Configurations()
                .Select(configuration => Path.Combine(repository, "services", title, "bin", configuration, "net10.0", $"WorkflowRecovery.{title}.dll"))
                .FirstOrDefault(File.Exists)
            ?? throw new ServerException($"The service {service} has not been built: there is no WorkflowRecovery.{title}.dll below services/{title}/bin.");
    }

    private static string[] Configurations() =>
        AppContext.BaseDirectory.Contains("/Debug/", StringComparison.Ordinal) ? ["Debug", "Release"] : ["Release", "Debug"];
}
