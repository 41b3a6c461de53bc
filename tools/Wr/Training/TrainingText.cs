using Spectre.Console;
using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.Wr.Training;

/// <summary>A training's report for a person: each number beside that of the constant answer.</summary>
internal static class TrainingText
{
    public static Table Targets(TrainingReport report)
    {
        var table = new Table().AddColumns("target", "approach", "tested on", "log-loss", "constant", "accuracy", "constant", "cal. error");
        foreach (var target in report.Targets)
        {
            if (target.Metrics is { } metrics)
                table.AddRow(target.Target, Markup.Escape(SafeText.Of($"{target.Approach} on {target.View}")), $"{metrics.TestExamples}", $"{metrics.LogLoss:0.0000}", $"{metrics.ConstantLogLoss:0.0000}", $"{metrics.Accuracy:0.000}", $"{metrics.ConstantAccuracy:0.000}", $"{metrics.CalibrationError:0.000}");
            else
                table.AddRow(target.Target, Markup.Escape(SafeText.Of(target.Refusal ?? "not trained")), "-", "-", "-", "-", "-", "-");
        }

        return table;
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

        foreach (var share in report.Decided?.Shares ?? [])
            yield return $"At {share.Agreement:0%} agreement with operators {share.Share.Estimate:0.0%} of the later workflows could be decided ({share.Share.Low:0.0%} to {share.Share.High:0.0%}); {Threshold(share)}.";

        yield return $"{Fate(report)}: {SafeText.Of(report.Reason)}";
    }

    private static string Threshold(ThresholdShare share) => share.Threshold is { } threshold
        ? $"a threshold of {threshold:0.000} found before decides {share.ShareAtThreshold:0.0%} of them and agrees on {share.Agreed?.Estimate:0.0%}"
        : "no threshold reached it before";

    private static string Fate(TrainingReport report) => report switch
    {
        { Promoted: true } => "Promoted",
        { State: "shadow" } => "In shadow, until live tasks show that they are better (wr models compare)",
        _ => "Not promoted",
    };

    private static string Number(double? value) => value is { } number ? $"{number:0.000}" : "-";
}
