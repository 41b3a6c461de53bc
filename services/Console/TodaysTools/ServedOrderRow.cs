namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>An order that an executor which polls was told of.</summary>
internal sealed class ServedOrderRow
{
    public required Guid EventId { get; init; }
    public required int Revision { get; init; }
    public required string Workflow { get; init; }

    /// <summary>Null of an action on the workflow.</summary>
    public string? Task { get; init; }

    /// <summary>The last time.</summary>
    public required DateTimeOffset ServedAt { get; init; }

    public DateTimeOffset? ReportedAt { get; init; }
}
