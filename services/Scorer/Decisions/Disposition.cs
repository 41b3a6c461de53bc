using WorkflowRecovery.Scorer.Scoring;

namespace WorkflowRecovery.Scorer.Decisions;

/// <summary>What may happen with a judgement.</summary>
internal static class Disposition
{
    public const string Review = "review";
    public const string Abstained = "abstained";
    public const string Withdrawn = "withdrawn";

    /// <summary>The version of the policy that is obeyed: nothing is done without an operator.</summary>
    public const string PolicyVersion = "review-only-1";

    /// <summary>A round that is over is withdrawn whatever the models say; without a choice there is nothing to review.</summary>
    public static string Of(Judgement judgement, bool roundIsOver) =>
        roundIsOver ? Withdrawn : judgement.Choice is null ? Abstained : Review;
}
