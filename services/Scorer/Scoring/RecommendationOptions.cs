using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>Section <c>Recommendations</c>.</summary>
internal sealed class RecommendationOptions
{
    /// <summary>Hours after which a recommendation must not be acted on any more.</summary>
    [Range(1, 24 * 30)]
    public int ExpiryHours { get; set; } = 24;

    /// <summary>MB per core that a recommendation may ask for at most; the default is the most that operators ordered as a rule.</summary>
    [Range(500, 1_000_000)]
    public int MaxMemoryMbPerCore { get; set; } = 20_480;

    /// <summary>Share of the cases for review that operators decide without hearing from us, so that there are answers free of our influence.</summary>
    [Range(0, 0.5)]
    public double BlindedShare { get; set; } = 0.05;
}
