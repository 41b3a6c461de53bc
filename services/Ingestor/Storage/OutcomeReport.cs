namespace WorkflowRecovery.Ingestor.Storage;

/// <summary>What a recovery brought.</summary>
internal sealed class OutcomeReport
{
    public required Guid Key { get; init; }
    public required string Workflow { get; init; }
    public required string Task { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }
    public Guid? RecommendationId { get; init; }
    public string? Request { get; init; }
    public int? Attempt { get; init; }
    public long? RecoveredJobs { get; init; }
    public long? FailedJobs { get; init; }
    public double? CpuHours { get; init; }
    public bool? Succeeded { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}
