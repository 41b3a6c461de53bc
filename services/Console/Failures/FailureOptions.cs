using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.Console.Failures;

/// <summary>Section <c>Failures</c>.</summary>
internal sealed class FailureOptions
{
    /// <summary>How long after they were counted failures are counted again, at least.</summary>
    [Range(1, 3600)]
    public int CountSeconds { get; set; } = 60;
}
