namespace WorkflowRecovery.Scorer.Storage;

/// <summary>What would have been said of a recorded task; never published.</summary>
internal sealed class ReplayRow
{
    public required Guid ReplayId { get; init; }
    public required string Task { get; init; }
    public string? Action { get; init; }
    public int? MemoryMb { get; init; }
    public string? Splitting { get; init; }
    public double? Confidence { get; init; }

    /// <summary>JSON: action, memory bin and splitting bin with probability, all plans.</summary>
    public required string Plans { get; init; }

    public required DateTimeOffset JudgedAt { get; init; }
}
