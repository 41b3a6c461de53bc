using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.Console.Api;

/// <summary>Section <c>Api</c>.</summary>
internal sealed class ApiOptions
{
    /// <summary>Calls that one user may make in a minute.</summary>
    [Range(1, 1_000_000)]
    public int CallsPerMinute { get; set; } = 600;
}
