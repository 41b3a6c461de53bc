using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Learning.Tournaments;

/// <summary>
/// How much could be decided without an operator, on later tasks: the likeliest action x memory x splitting is followed
/// where it is likely enough, and is right where an operator ordered just that.
/// </summary>
/// <param name="CalibratedOn">Tasks that thresholds come from.</param>
/// <param name="Tasks">Later tasks, of families that are not among those, that everything else is measured on.</param>
/// <param name="Shares">At 99, 97, 95 and 90 % agreement.</param>
/// <param name="Curve">Share decided against error, thinned.</param>
public sealed record DecidedReport(int CalibratedOn, int Tasks, IReadOnlyList<ThresholdShare> Shares, IReadOnlyList<RiskPoint> Curve)
{
    private const int CurvePoints = 60;
    private const int Resamples = 200;
    private const int Seed = 1;
    private static readonly double[] Agreements = [0.99, 0.97, 0.95, 0.9];

    internal static DecidedReport Of(IReadOnlyList<PlannedTask> calibrate, IReadOnlyList<PlannedTask> check)
    {
        var (before, after) = (CurveOf(calibrate), CurveOf(check));
        string[] families = [.. check.Select(task => task.Task.Family)];
        return new(calibrate.Count, check.Count, [.. Agreements.Select(ShareAt)], after.Points(CurvePoints));

        ThresholdShare ShareAt(double agreement)
        {
            var bootstrap = new GroupBootstrap(Resamples, Seed);
            var share = bootstrap.Of(families, rows => CurveOf([.. rows.Select(row => check[row])]).CoverageAt(agreement));
            if (before.At(agreement) is not { } found)
                return new(agreement, share, Threshold: null, ShareAtThreshold: 0, Agreed: null);

            var agreed = bootstrap.Of(families, rows => rows
                .Where(row => check[row].Decision >= found.Confidence)
                .Average(row => check[row].DecisionRight ? 1.0 : (double?)0));
            return new(agreement, share, found.Confidence, after.From(found.Confidence).Coverage, agreed);
        }
    }

    private static RiskCoverage CurveOf(IReadOnlyList<PlannedTask> tasks) =>
        RiskCoverage.Of([.. tasks.Select(task => task.Decision)], [.. tasks.Select(task => task.DecisionRight)]);
}

/// <summary>What is decided at an agreement with operators.</summary>
/// <param name="Agreement">The agreement, 0 to 1.</param>
/// <param name="Share">The largest share of the later tasks at which it holds, with its interval over families.</param>
/// <param name="Threshold">The lowest probability that reached it on the earlier tasks; null when none did.</param>
/// <param name="ShareAtThreshold">Share of the later tasks that the threshold decides.</param>
/// <param name="Agreed">Agreement on those, with its interval over families; null without a threshold.</param>
public sealed record ThresholdShare(double Agreement, BootstrapInterval Share, double? Threshold, double ShareAtThreshold, BootstrapInterval? Agreed);
