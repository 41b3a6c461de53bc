using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.Scorer.Models;

/// <summary>Section <c>Models</c>.</summary>
internal sealed class ModelOptions
{
    /// <summary>Seconds between two looks for other active models, should the notice about them have been missed.</summary>
    [Range(1, 3600)]
    public int PollSeconds { get; set; } = 30;
}
