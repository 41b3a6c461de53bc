namespace WorkflowRecovery.Domain.History;

/// <summary>What is known of a recorded task beside its record. Every value may be missing.</summary>
public sealed record TaskExtras
{
    /// <summary>When the workflow entered assistance.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>The campaign.</summary>
    public string? Campaign { get; init; }

    /// <summary>Jobs of the task, failed or not.</summary>
    public long? TotalJobs { get; init; }

    /// <summary>Memory of the request in MB for the whole job, all cores.</summary>
    public int? MemoryMb { get; init; }

    /// <summary>Cores per job.</summary>
    public int? Cores { get; init; }
}
