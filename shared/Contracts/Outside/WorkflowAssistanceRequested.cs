namespace WorkflowRecovery.Contracts.Outside;

/// <summary>
/// One task of a workflow waits for an operator. A repeat without <see cref="ObservedAt"/> is the same event;
/// a repeat with a later one and other content is its next revision; a new <see cref="ReportedAt"/> is a new round.
/// </summary>
public sealed record WorkflowAssistanceRequested
{
    /// <summary>Name of the workflow; an ACDC request is its own workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Path of the task, <c>/workflow/task[/task…]</c>.</summary>
    public required string Task { get; init; }

    /// <summary>When the workflow entered assistance: the same in every repeat.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>The task's own failures; rows of one code and site are summed.</summary>
    public required IReadOnlyList<ErrorRow> Errors { get; init; }

    /// <summary>When the counts were read.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>Status word of the workflow, for example <c>assistance-manual</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Type of the request, for example <c>TaskChain</c> or <c>ReReco</c>.</summary>
    public string? RequestType { get; init; }

    /// <summary>Type of the task, for example <c>Processing</c> or <c>Merge</c>.</summary>
    public string? TaskType { get; init; }

    /// <summary>Campaign of the request.</summary>
    public string? Campaign { get; init; }

    /// <summary>Identifier of the request in production management.</summary>
    public string? PrepId { get; init; }

    /// <summary>Priority of the request.</summary>
    public long? Priority { get; init; }

    /// <summary>Memory of a job in MB, all cores.</summary>
    public int? MemoryMb { get; init; }

    /// <summary>Cores of a job.</summary>
    public int? Cores { get; init; }

    /// <summary>How the work is split, for example <c>EventAwareLumiBased</c>.</summary>
    public string? SplittingAlgorithm { get; init; }

    /// <summary>Jobs of the task.</summary>
    public long? TotalJobs { get; init; }

    /// <summary>Failed jobs of the task.</summary>
    public long? FailedJobs { get; init; }

    /// <summary>Recovery rounds so far.</summary>
    public int? Attempt { get; init; }

    /// <summary>The sites that the recovery document offers for this task.</summary>
    public IReadOnlyList<string>? Sites { get; init; }

    /// <summary>Whether a recovery document exists.</summary>
    public bool? HasRecoveryDocument { get; init; }

    /// <summary>Excerpts of logs.</summary>
    public IReadOnlyList<LogExcerpt>? Logs { get; init; }
}

/// <summary>Failures of one error code at one site.</summary>
public sealed record ErrorRow
{
    /// <summary>Error (exit) code; -1 is work lost without a report.</summary>
    public required int Code { get; init; }

    /// <summary>Site name.</summary>
    public required string Site { get; init; }

    /// <summary>Failed jobs; 0 is dropped, except for code -1, where it means 1.</summary>
    public required long Count { get; init; }

    /// <summary>The publisher's own reading of the site's readiness: <c>green</c>, <c>yellow</c>, <c>red</c>, <c>none</c>. It wins over ours.</summary>
    public string? Readiness { get; init; }
}

/// <summary>An excerpt of the log of one failed job.</summary>
public sealed record LogExcerpt
{
    /// <summary>Error (exit) code.</summary>
    public required int Code { get; init; }

    /// <summary>Site name.</summary>
    public required string Site { get; init; }

    /// <summary>The text, as it was logged.</summary>
    public required string Text { get; init; }
}
