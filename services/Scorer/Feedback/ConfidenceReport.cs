using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Scorer.Feedback;

/// <summary>An answered recommendation, as far as confidence goes.</summary>
internal sealed record MeasuredAnswer(string RecommendedAction, double Confidence, bool AgreedAction, bool AgreedPlan, bool Prompted);

/// <summary>How often what operators ordered had not been ruled out by the active set: workflows, of which one is covered if all its tasks are.</summary>
/// <param name="Prompted">Whether they answered what they had been shown.</param>
/// <param name="Workflows">Answered workflows.</param>
/// <param name="ActionsCovered">Those whose actions were in the sets.</param>
/// <param name="PlansCovered">Those whose whole plans were.</param>
internal sealed record CoveredWorkflows(bool Prompted, long Workflows, long ActionsCovered, long PlansCovered);

/// <summary>Whether confidence has kept its promise over the newest answers.</summary>
/// <param name="Answers">Answers measured, by whether the operator had been shown what was recommended.</param>
/// <param name="CalibrationError">
/// Expected calibration error (Guo et al. 2017) in bins of equal width: mean of |share as recommended - mean confidence|, 0 best; apart by whether
/// the operator had been shown what was recommended, since who sees a proposal follows it more readily.
/// </param>
/// <param name="Coverage">Of the active set; nothing as long as it has no answers.</param>
/// <param name="Agreement">Share of answers with the recommended action, by that action.</param>
internal sealed record ConfidenceReport(
    IReadOnlyDictionary<bool, int> Answers, IReadOnlyDictionary<bool, double> CalibrationError, IReadOnlyList<CoveredWorkflows> Coverage, IReadOnlyDictionary<string, double> Agreement)
{
    private const int Bins = 10;

    /// <summary>Null without answers.</summary>
    public static ConfidenceReport? Of(IReadOnlyList<MeasuredAnswer> answers, IReadOnlyList<CoveredWorkflows> coverage) => answers.Count == 0 ? null : new(
        answers.CountBy(answer => answer.Prompted).ToDictionary(),
        answers.GroupBy(answer => answer.Prompted).ToDictionary(group => group.Key, group => CalibrationErrorOf([.. group])),
        coverage,
        answers.GroupBy(answer => answer.RecommendedAction)
            .ToDictionary(group => group.Key, group => group.Average(answer => answer.AgreedAction ? 1.0 : 0.0)));

    private static double CalibrationErrorOf(IReadOnlyList<MeasuredAnswer> answers) =>
        ReliabilityCurve.EqualWidth([.. answers.Select(answer => answer.Confidence)], [.. answers.Select(answer => answer.AgreedPlan)], Bins)
            .Sum(bin => Math.Abs(bin.Share - bin.Probability) * bin.Count) / answers.Count;
}
