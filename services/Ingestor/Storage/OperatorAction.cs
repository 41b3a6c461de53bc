namespace WorkflowRecovery.Ingestor.Storage;

/// <summary>What an operator ordered: a label, from live traffic or from a history file.</summary>
internal sealed class OperatorAction
{
    public required Guid Key { get; init; }
    public required string Workflow { get; init; }
    public string? Task { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string Action { get; init; }
    public int? MemoryMb { get; init; }
    public string? Splitting { get; init; }
    public string? Xrootd { get; init; }
    public string? Secondary { get; init; }
    public int? Cores { get; init; }
    public string[] Sites { get; init; } = [];
    public string[] Reasons { get; init; } = [];
    public string? Operator { get; init; }
    public Guid? RecommendationId { get; init; }

    /// <summary>False when only the action is known.</summary>
    public required bool ParametersGiven { get; init; }

    /// <summary><c>live</c> or <c>import</c>.</summary>
    public required string Source { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
