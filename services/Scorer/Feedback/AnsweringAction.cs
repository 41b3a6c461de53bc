namespace WorkflowRecovery.Scorer.Feedback;

/// <summary>The first action that an operator ordered for an event, and the recommendation that had been given by then.</summary>
internal sealed class AnsweringAction
{
    public required Guid EventId { get; init; }
    public required Guid Key { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? ReceivedAt { get; init; }
    public bool? ParametersGiven { get; init; }
    public required string Action { get; init; }
    public int? MemoryMb { get; init; }
    public string? Splitting { get; init; }
    public string? Xrootd { get; init; }
    public string? Secondary { get; init; }
    public int? Cores { get; init; }
    public Guid? RecommendationId { get; init; }

    /// <summary>The newest revision at that time; the first where none had been given yet.</summary>
    public required int Revision { get; init; }
}
