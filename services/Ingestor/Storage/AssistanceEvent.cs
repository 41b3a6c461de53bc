namespace WorkflowRecovery.Ingestor.Storage;

/// <summary>One task in one round of assistance, with its newest observation.</summary>
internal sealed class AssistanceEvent
{
    public required Guid EventId { get; init; }
    public required string Workflow { get; init; }
    public required string Task { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>When the newest counts were read; null while no report said so.</summary>
    public DateTimeOffset? ObservedAt { get; set; }

    /// <summary>SHA-256 over the newest content without its observedAt.</summary>
    public required byte[] ContentHash { get; set; }

    /// <summary>The newest observation as JSON.</summary>
    public required byte[] Body { get; set; }

    /// <summary>Reports of this event that came again with other content but no later observedAt.</summary>
    public int DifferingRepeats { get; set; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
