using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Learning.Examples;

/// <summary>What was known of a task when its workflow entered assistance: all that a view may look at.</summary>
public sealed record ReportedTask
{
    /// <summary>Task path, <c>/workflow/task[/task…]</c>.</summary>
    public required string Task { get; init; }

    /// <summary>The workflow of <see cref="Task"/>.</summary>
    public required string Workflow { get; init; }

    /// <summary>When the workflow entered assistance.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>The errors.</summary>
    public required SiteErrorMatrix Matrix { get; init; }

    /// <summary>The campaign; null when not known.</summary>
    public string? Campaign { get; init; }

    /// <summary>Jobs of the task, failed or not; null when not known.</summary>
    public long? TotalJobs { get; init; }

    /// <summary>Memory that a job asked for, in MB for all its cores; null when not known.</summary>
    public int? MemoryMb { get; init; }

    /// <summary>Cores that a job asked for; null when not known.</summary>
    public int? Cores { get; init; }

    /// <summary>What failed jobs left behind.</summary>
    public IReadOnlyList<TaskLog> Logs { get; init; } = [];

    /// <summary>What else was reported around it; null when not computed. See <see cref="Surroundings.Of"/>.</summary>
    public Surroundings? Around { get; init; }
}
