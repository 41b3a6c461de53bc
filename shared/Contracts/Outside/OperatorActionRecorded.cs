namespace WorkflowRecovery.Contracts.Outside;

/// <summary>An operator ordered an action. Key: workflow, task, recordedAt.</summary>
public sealed record OperatorActionRecorded
{
    /// <summary>Name of the workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Path of the task; null: the whole workflow.</summary>
    public string? Task { get; init; }

    /// <summary>When it was ordered.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary><c>acdc</c>, <c>clone</c>, <c>recovery</c>, <c>by-pass</c>, <c>force-complete</c> or <c>on-hold</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Memory in MB for the whole job, all cores.</summary>
    public int? MemoryMb { get; init; }

    /// <summary><c>2x</c>, <c>3x</c>, <c>10x</c>, <c>20x</c>, <c>50x</c>, <c>100x</c>, <c>200x</c> or <c>max</c>.</summary>
    public string? Splitting { get; init; }

    /// <summary>Remote read of the input: <c>enabled</c> or <c>disabled</c>.</summary>
    public string? Xrootd { get; init; }

    /// <summary>Remote read of the secondary input: <c>enabled</c> or <c>disabled</c>.</summary>
    public string? Secondary { get; init; }

    /// <summary>Cores per job.</summary>
    public int? Cores { get; init; }

    /// <summary>The sites to run at.</summary>
    public IReadOnlyList<string>? Sites { get; init; }

    /// <summary>Why, in the operator's words.</summary>
    public IReadOnlyList<string>? Reasons { get; init; }

    /// <summary>Who ordered it.</summary>
    public string? Operator { get; init; }

    /// <summary>The recommendation that it answers.</summary>
    public Guid? RecommendationId { get; init; }
}
