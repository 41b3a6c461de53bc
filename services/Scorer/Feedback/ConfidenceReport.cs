using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Scorer.Feedback;

/// <summary>An answered recommendation, as far as confidence goes.</summary>
internal sealed record MeasuredAnswer(string RecommendedAction, double Confidence, double Likelier, bool AgreedAction, bool AgreedOrder);

/// <summary>Whether confidence has kept its promise over the newest answers.</summary>
/// <param name="Answers">Answers measured.</param>
/// <param name="CalibrationError">
/// Expected calibration error (Guo et al. 2017) in bins of equal width: mean of |share as recommended - mean confidence|, 0 best.
/// </param>
/// <param name="Coverage">Share of answers within the smallest set of plans that holds 95 % of the probability: .95 or more is what was promised.</param>
/// <param name="Agreement">Share of answers with the recommended action, by that action.</param>
internal sealed record ConfidenceReport(int Answers, double CalibrationError, double Coverage, IReadOnlyDictionary<string, double> Agreement)
{
    private const double CoverageLevel = 0.95;
    private const int Bins = 10;

    /// <summary>Null without answers.</summary>
    public static ConfidenceReport? Of(IReadOnlyList<MeasuredAnswer> answers) => answers.Count == 0 ? null : new(
        answers.Count,
        ReliabilityCurve.EqualWidth([.. answers.Select(answer => answer.Confidence)], [.. answers.Select(answer => answer.AgreedOrder)], Bins)
            .Sum(bin => Math.Abs(bin.Share - bin.Probability) * bin.Count) / answers.Count,
        answers.Average(answer => answer.Likelier < CoverageLevel ? 1.0 : 0.0),
        answers.GroupBy(answer => answer.RecommendedAction)
            .ToDictionary(group => group.Key, group => group.Average(answer => answer.AgreedAction ? 1.0 : 0.0)));
}
