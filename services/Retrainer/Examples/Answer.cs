namespace WorkflowRecovery.Retrainer.Examples;

/// <summary>A recorded action beside the matrix of one task that it answers.</summary>
internal sealed class Answer
{
    public required Guid Key { get; init; }

    /// <summary>The action was for the whole workflow, so this task is one of several that it answers.</summary>
    public required bool WholeWorkflow { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
    public required string Action { get; init; }
    public int? MemoryMb { get; init; }
    public string? Splitting { get; init; }
    public string? Xrootd { get; init; }
    public string? Secondary { get; init; }
    public int? Cores { get; init; }
    public required bool ParametersGiven { get; init; }

    /// <summary>The operator ordered what we had recommended, in answer to it.</summary>
    public required bool Accepted { get; init; }

    public required Guid EventId { get; init; }
    public required string Workflow { get; init; }
    public required string Task { get; init; }
    public required string Family { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>The matrix itself, only where its stored view is of another version than ours.</summary>
    public byte[]? Cells { get; init; }

    public required byte[] TierView { get; init; }
    public required int TierViewVersion { get; init; }
}
