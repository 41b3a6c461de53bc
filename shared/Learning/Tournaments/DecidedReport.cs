using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Learning.Tournaments;

/// <summary>
/// How much could be decided without an operator, on later workflows: the likeliest action x memory x splitting is followed
/// where it is likely enough for all tasks of a workflow, and is right where an operator ordered just that for all of them. Tasks of a
/// workflow are answered together, so that counting them would count the large workflows many times.
/// </summary>
/// <param name="CalibratedOn">Workflows that thresholds come from.</param>
/// <param name="Workflows">Later workflows, of families that are not among those, that everything else is measured on.</param>
/// <param name="Shares">At 99, 97, 95 and 90 % agreement.</param>
/// <param name="Curve">Share decided against error, thinned.</param>
public sealed record DecidedReport(int CalibratedOn, int Workflows, IReadOnlyList<ThresholdShare> Shares, IReadOnlyList<RiskPoint> Curve)
{
    private const int CurvePoints = 60;
    private const int Resamples = 200;
    private const int Seed = 1;

    internal static DecidedReport Of(IReadOnlyList<PlannedTask> calibrate, IReadOnlyList<PlannedTask> check)
    {
        var (before, after) = (AnswersOf(calibrate), AnswersOf(check));
        var shares = after.Shares(new GroupBootstrap(Resamples, Seed)).Select(share => before.Curve.At(share.Agreement) is { } found
            ? new ThresholdShare(
                share.Agreement, share.Share, found.Confidence, after.Curve.From(found.Confidence).Coverage,
                after.AgreementFrom(found.Confidence, new GroupBootstrap(Resamples, Seed)))
            : new(share.Agreement, share.Share, Threshold: null, ShareAtThreshold: 0, Agreed: null));
        return new(before.Workflows.Count, after.Workflows.Count, [.. shares], after.Curve.Points(CurvePoints));
    }

    private static WorkflowAgreement AnswersOf(IReadOnlyList<PlannedTask> tasks) => WorkflowAgreement.Of(
        tasks.Select(task => new TaskAnswer(task.Task.Report.Workflow, task.Task.Family, task.Decision, task.DecisionRight) { ReportedAt = task.Task.Report.ReportedAt }));
}

/// <summary>What is decided at an agreement with operators.</summary>
/// <param name="Agreement">The agreement, 0 to 1.</param>
/// <param name="Share">The largest share of the later workflows at which it holds, with its interval over families.</param>
/// <param name="Threshold">The lowest probability that reached it on the earlier workflows; null when none did.</param>
/// <param name="ShareAtThreshold">Share of the later workflows that the threshold decides.</param>
/// <param name="Agreed">Agreement on those, with its interval over families; null without a threshold.</param>
public sealed record ThresholdShare(double Agreement, BootstrapInterval Share, double? Threshold, double ShareAtThreshold, BootstrapInterval? Agreed);
