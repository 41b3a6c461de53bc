namespace WorkflowRecovery.Scorer.Storage;

/// <summary>What a recovery brought.</summary>
internal sealed class OutcomeRow
{
    public required Guid Key { get; init; }
    public required string Workflow { get; init; }
    public required string Task { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }
    public Guid? RecommendationId { get; init; }
    public int? Attempt { get; init; }
    public long? RecoveredJobs { get; init; }
    public long? FailedJobs { get; init; }

    /// <summary>As reported, else whether no job failed; null when neither is known.</summary>
    public bool? Succeeded { get; init; }
}
