using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>Section <c>Recommendations</c>.</summary>
internal sealed class RecommendationOptions
{
    /// <summary>Hours after which a recommendation must not be acted on any more.</summary>
    [Range(1, 24 * 30)]
    public int ExpiryHours { get; set; } = 24;
}
