using System.ComponentModel.DataAnnotations;

namespace WorkflowRecovery.Scorer.Feedback;

/// <summary>Section <c>Feedback</c>: how confidence is checked on answered recommendations.</summary>
internal sealed class FeedbackOptions
{
    /// <summary>Seconds between two checks.</summary>
    [Range(1, 24 * 3600)]
    public int CheckSeconds { get; set; } = 60;

    /// <summary>So many answers are looked at, the newest ones; as many of operators who had been shown a recommendation as of those who had not.</summary>
    [Range(10, 1_000_000)]
    public int Answers { get; set; } = 1000;
}
