namespace WorkflowRecovery.Contracts.Inside;

/// <summary>All endpoints of ours at the broker, for those who look after their queues.</summary>
public static class InsideEndpoints
{
    /// <summary>Each with the service that consumes it, in the order of events passing through.</summary>
    public static IReadOnlyList<InsideEndpoint> All { get; } =
    [
        new("ingestor", "intake"),
        new("ingestor", "history"),
        new("ingestor", "undone-actions"),
        new("featurizer", "assistance"),
        new("featurizer", "site-status"),
        new("featurizer", "history"),
        new("scorer", "matrices"),
        new("scorer", "operator-actions"),
        new("scorer", "undone-actions"),
        new("scorer", "taken-actions"),
        new("scorer", "approvals"),
        new("scorer", "approval-undos"),
        new("scorer", "departures"),
        new("scorer", "outcomes"),
        new("scorer", "replays"),
        new("retrainer", "training-requests"),
        new("retrainer", "move-requests"),
    ];
}

/// <summary>An endpoint of a service.</summary>
/// <param name="Service">Name of the service.</param>
/// <param name="Name">Name of the endpoint.</param>
public sealed record InsideEndpoint(string Service, string Name)
{
    /// <summary>Name of its queue.</summary>
    public string Queue => InsideNames.Queue(Service, Name);
}
