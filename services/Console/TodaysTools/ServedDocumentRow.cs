namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>What an executor that polls was told of a workflow.</summary>
internal sealed class ServedDocumentRow
{
    /// <summary>Derived from the workflow and the content: the same again is the same document.</summary>
    public required Guid DocumentId { get; init; }

    public required string Workflow { get; init; }

    /// <summary>JSON.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>The last time.</summary>
    public required DateTimeOffset ServedAt { get; init; }

    public DateTimeOffset? ReportedAt { get; init; }
}
