using WorkflowRecovery.Servers.Fleet;

namespace WorkflowRecovery.Testing;

/// <summary>What a test wants of the services.</summary>
public sealed record PipelineOptions
{
    /// <summary>All services with their usual options.</summary>
    public static readonly PipelineOptions Usual = new();

    /// <summary>The services to start: those that an event passes through, unless a test is about the console too.</summary>
    public IReadOnlyList<string> Services { get; init; } = [.. ServiceCatalogue.Names.Where(name => name != "console")];

    /// <summary>Variables for every service, e.g. <c>Decisions__Expiry</c>.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>();
}
