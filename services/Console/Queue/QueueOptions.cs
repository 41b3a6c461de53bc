using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.Console.Queue;

/// <summary>Section <c>Queue</c>.</summary>
internal sealed class QueueOptions
{
    /// <summary>Tasks that came in longer ago are not shown.</summary>
    [Range(1, 3650)]
    public int Days { get; set; } = 60;

    /// <summary>How often the board is compared with the database, beside what it hears.</summary>
    [Range(1, 3600)]
    public int ReconcileSeconds { get; set; } = 30;

    /// <summary>What came in within so many hours counts for the banner.</summary>
    [Range(1, 8760)]
    public int OutbreakHours { get; set; } = 24;

    /// <summary>A code or site that hits fewer workflows is no outbreak.</summary>
    [Range(2, 100_000)]
    public int OutbreakWorkflows { get; set; } = 10;

    /// <summary>Nor is one that hits a smaller share of the workflows that came in within that time.</summary>
    [Range(0.01, 1)]
    public double OutbreakShare { get; set; } = 0.3;
}
