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

    /// <summary>The operator ordered just what was openly recommended, in answer to it, as the scorer settled it.</summary>
    public required bool Accepted { get; init; }

    public required Guid EventId { get; init; }
    public required string Workflow { get; init; }
    public required string Task { get; init; }
    public required string Family { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }

    public required byte[] Cells { get; init; }
    public string? Campaign { get; init; }
    public long? TotalJobs { get; init; }

    /// <summary>Memory and cores that the request had, not those that were ordered.</summary>
    public int? RequestMemoryMb { get; init; }
    public int? RequestCores { get; init; }

    /// <summary>What was reported around the task, as it was stored with the matrix; null for imported ones.</summary>
    public string? Around { get; init; }
}
