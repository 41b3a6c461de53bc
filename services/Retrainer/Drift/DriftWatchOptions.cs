using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.Retrainer.Drift;

/// <summary>Section <c>Drift</c>.</summary>
internal sealed class DriftWatchOptions
{
    /// <summary>Seconds between two looks for drift.</summary>
    [Range(1, 24 * 3600)]
    public int LookSeconds { get; set; } = 60;
}
