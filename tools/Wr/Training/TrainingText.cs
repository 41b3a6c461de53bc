using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Wr.Display;
using WorkflowRecovery.Wr.Terminal;

namespace WorkflowRecovery.Wr.Training;

/// <summary>A training's report for a person: each number beside that of the constant answer.</summary>
internal static class TrainingText
{
    public static Listing Targets(TrainingReport report)
    {
        var listing = new Listing("target", "tested on", "log-loss", "constant", "accuracy", "constant", "cal. error", "approach");
        foreach (var target in report.Targets)
        {
            if (target.Metrics is { } metrics)
                listing.Add(target.Target, $"{metrics.TestExamples}", $"{metrics.LogLoss:0.0000}", $"{metrics.ConstantLogLoss:0.0000}", $"{metrics.Accuracy:0.000}", $"{metrics.ConstantAccuracy:0.000}", $"{metrics.CalibrationError:0.000}", $"{target.Approach} on {target.View}");
            else
                listing.Add(target.Target, "-", "-", "-", "-", "-", "-", target.Refusal ?? "not trained");
        }

        return listing;
    }

    public static IEnumerable<string> Lines(TrainingOutcome outcome)
    {
        var report = outcome.Report;
        yield return $"{report.Examples} examples, {report.From:yyyy-MM-dd} to {report.To:yyyy-MM-dd}, trained in {outcome.Seconds:0.0} s; numbers are of the last months, split by time and family.";
        if (report.Plans is { } plans)
        {
            yield return $"Whole plans on {plans.Tasks} tasks: log-loss {plans.LogLoss:0.0000}, constant answer {plans.ConstantLogLoss:0.0000}; calibration error of the likeliest plan {plans.CalibrationError:0.000}.";
            yield return $"Plain ACDC against others, as the published networks count them: AUROC {Number(plans.PlainAuroc)} (neither memory nor splitting changed, against the rest: {Number(plans.StrictAuroc)}); ACDC with memory: {Number(plans.MemoryAuroc)}.";
        }

        // Reports of before counted tasks, and tell of no workflows.
        foreach (var share in report.Decided is { Workflows: > 0 } decided ? decided.Shares : [])
            yield return $"At {share.Agreement:0%} agreement with operators {share.Share.Estimate:0.0%} of the later workflows could be decided ({share.Share.Low:0.0%} to {share.Share.High:0.0%}); {Threshold(share)}.";

        yield return $"{Fate(report)}: {SafeText.Of(report.Reason)}";
    }

    /// <summary>Said after the first models became active.</summary>
    public static string FromNowOn => "Events are answered by these models from now on. What was answered before stays as it was, also abstained: a new model never revises an old answer.";

    /// <summary>What to do when nothing could be trained.</summary>
    public static IEnumerable<string> Missing(TrainingReport report)
    {
        yield return report.Examples == 0
            ? "There is nothing to learn from: no task is stored together with what an operator ordered for it."
            : $"The {report.Examples} tasks with an operator's order are not enough to learn from: {SafeText.Of(report.Reason)}";
        yield return $"Import recorded actions: {Hint.To("import FILE")}. Without any, simulate some: {Hint.To("simulate --out past.json.gz --extras past-extras.json")}, then {Hint.To("import past.json.gz --extras past-extras.json")}. Then again: {Hint.To("train")}";
    }

    private static string Threshold(ThresholdShare share) => share.Threshold is { } threshold
        ? $"a threshold of {threshold:0.000} found before decides {share.ShareAtThreshold:0.0%} of them and agrees on {share.Agreed?.Estimate:0.0%}"
        : "no threshold reached it before";

    private static string Fate(TrainingReport report) => report switch
    {
        { Promoted: true } => "Promoted",
        { State: "shadow" } => $"In shadow, until live tasks show that they are better ({Hint.To("models compare")})",
        _ => "Not promoted",
    };

    private static string Number(double? value) => value is { } number ? $"{number:0.000}" : "-";
}
