namespace WorkflowRecovery.Ingestor.Storage;

/// <summary>What an executor did with a recommendation.</summary>
internal sealed class ExecutorReport
{
    public required Guid Key { get; init; }
    public required Guid RecommendationId { get; init; }
    public required int Revision { get; init; }
    public required string Workflow { get; init; }
    public string? Task { get; init; }
    public required DateTimeOffset TakenAt { get; init; }
    public required string Result { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}
