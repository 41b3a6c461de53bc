namespace WorkflowRecovery.Contracts.Outside;

/// <summary>What a recovery brought. Key: workflow, task, reportedAt, attempt.</summary>
public sealed record RecoveryOutcomeReported
{
    /// <summary>Name of the workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Path of the task.</summary>
    public required string Task { get; init; }

    /// <summary>When the outcome was read.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>The recommendation behind it.</summary>
    public Guid? RecommendationId { get; init; }

    /// <summary>Name of the recovery request (the ACDC).</summary>
    public string? Request { get; init; }

    /// <summary>Recovery rounds so far.</summary>
    public int? Attempt { get; init; }

    /// <summary>Jobs that succeeded in this round.</summary>
    public long? RecoveredJobs { get; init; }

    /// <summary>Jobs that failed in this round.</summary>
    public long? FailedJobs { get; init; }

    /// <summary>Processor time spent, in hours.</summary>
    public double? CpuHours { get; init; }

    /// <summary>Whether the task is recovered.</summary>
    public bool? Succeeded { get; init; }
}
