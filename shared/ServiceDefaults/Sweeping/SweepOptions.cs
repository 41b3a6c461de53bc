using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.ServiceDefaults.Sweeping;

/// <summary>Section <c>Sweep</c>: how old rows are removed.</summary>
public sealed class SweepOptions
{
    /// <summary>Minutes between two sweeps.</summary>
    [Range(1, 24 * 60)]
    public int EveryMinutes { get; set; } = 60;

    /// <summary>Rows that one statement removes at most.</summary>
    [Range(1, 100_000)]
    public int RowsAtOnce { get; set; } = 5_000;
}
