using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Wr.Study.Charts;
using WorkflowRecovery.Wr.Study.Charts.Pages;

namespace WorkflowRecovery.Wr.Study.Report;

/// <summary>How the approaches rank tasks, how far their probabilities can be believed, and how much could be decided without an operator.</summary>
internal static class ApproachFigures
{
    private const int Curves = 7;
    private const int CurvePoints = 400;
    private const int Bins = 10;

    public static IEnumerable<ReportSection> Of(StudyResult result)
    {
        foreach (var target in new[] { TalkTargets.PlainOfAuthors, TalkTargets.Memory, TalkTargets.Clone, TalkTargets.Unmodified })
        {
            var answers = result.Answers.Where(answered => answered.Experiment.Target == target && answered.Experiment.DataShare >= 1).ToList();
            if (answers.Count > 0)
                yield return new(char.ToUpperInvariant(target.Name[0]) + target.Name[1..], [.. Blocks(answers, result.Rows)]);
        }
    }

    private static IEnumerable<ReportBlock> Blocks(List<Answered> answers, IReadOnlyList<StudyRow> rows)
    {
        var target = answers[0].Experiment.Target.Name;
        yield return new ChartBlock(AreasOf(target, rows), "Area under the ROC curve, mean over seeds with its standard deviation; 0.5 is chance.");
        foreach (var split in new[] { SplitKind.Random, SplitKind.Time })
        {
            if (Best(answers, split) is { Count: > 0 } best)
                yield return new ChartBlock(RocOf(best, split), "The best approaches, first seed. A good curve keeps to the upper left.");
        }

        if (Best(answers, SplitKind.Time) is { Count: > 0 } honest)
        {
            yield return new ChartBlock(ReliabilityOf(honest), "What was ordered against what was promised, in bins of equal count; on the diagonal a probability is what it says.");
            yield return new ChartBlock(RiskOf(honest), "How much can be decided when the surest answers come first, and how often that agrees with the operators.");
        }
    }

    /// <summary>The best approach of every row of the talk and the two best of ours, at their first seed.</summary>
    private static List<Answered> Best(List<Answered> answers, SplitKind split) =>
        [.. answers
            .Where(answered => answered.Experiment.Split == split && answered is { Seed: 1, Auroc: not null, Experiment.Approach: not Learning.Approaches.ConstantApproach })
            .GroupBy(answered => answered.Experiment.Row)
            .SelectMany(row => row.OrderByDescending(answered => answered.Auroc).Take(row.Key == 0 ? 2 : 1))
            .OrderByDescending(answered => answered.Auroc)
            .Take(Curves)];

    private static BarChart AreasOf(string target, IReadOnlyList<StudyRow> rows)
    {
        var areas = rows.Where(row => row.Target == target && row.Metric == Metrics.Auroc && row.Row != 12).ToList();
        var approaches = areas.GroupBy(row => $"{row.Row}: {row.Approach}, {row.View}").ToList();
        return new(
            $"AUROC: {target}",
            new Axis("AUROC") { From = 0.5, To = 1 },
            [.. approaches.Select(approach => approach.Key)],
            [.. areas.Select(row => row.Split).Distinct().Order(StringComparer.Ordinal).Reverse().Select(split => new BarGroup(split, [.. approaches.Select(approach => MeasuredOf(approach.FirstOrDefault(row => row.Split == split)))]))])
        {
            Width = 980,
            Mark = new BarMark("the talk", [.. approaches.Select(approach => approach.Max(row => row.Talk))]),
        };
    }

    private static Measured MeasuredOf(StudyRow? row) => row switch
    {
        { Mean: { } mean, Spread: { } spread } => new(mean, mean - spread, mean + spread),
        _ => new(row?.Mean),
    };

    private static LineChart RocOf(List<Answered> best, SplitKind split) => new(
        $"ROC, {StudySplits.NameOf(split)}",
        new Axis("false alarms: share of the first class taken for the second") { From = 0, To = 1 },
        new Axis("share of the second class found") { From = 0, To = 1 },
        [.. best.Select(answered => new Series(NameOf(answered), [.. RocCurve.Points(answered.Scores, answered.Positives, CurvePoints).Select(point => new Point(point.FalsePositiveRate, point.TruePositiveRate))]))])
    {
        References = [Reference.Diagonal("chance")],
        Width = 640,
        PlotHeight = 460,
    };

    private static LineChart ReliabilityOf(List<Answered> best) => new(
        "Reliability, by time and workflow",
        new Axis("probability given to the second class") { From = 0, To = 1 },
        new Axis("share that was ordered") { From = 0, To = 1 },
        [.. best.Select(answered => new Series(NameOf(answered), [.. ReliabilityCurve.EqualCount(answered.Scores, answered.Positives, Bins).Select(bin => new Point(bin.Probability, bin.Share))]) { Trace = Trace.LineAndPoints })])
    {
        References = [Reference.Diagonal("kept promise")],
        Width = 640,
        PlotHeight = 460,
    };

    private static LineChart RiskOf(List<Answered> best) => new(
        "Agreement against share decided, by time and workflow",
        new Axis("share of tasks decided, the surest first") { From = 0, To = 1, Percent = true },
        new Axis("agreement with the operators") { To = 1, Percent = true },
        [.. best.Select(answered => new Series(NameOf(answered), [.. RiskOf(answered).Points(CurvePoints).Where(point => point.Coverage > 0.01).Select(point => new Point(point.Coverage, 1 - point.Error))]))]);

    private static RiskCoverage RiskOf(Answered answered) => RiskCoverage.Of(
        [.. answered.Probabilities.Select(row => row.Max())],
        [.. answered.Probabilities.Select((row, at) => ProbabilityScores.Likeliest(row) == answered.Classes[at])]);

    private static string NameOf(Answered answered) => $"{answered.Experiment.Row}: {answered.Experiment.Name}, {answered.Experiment.Approach.View} ({answered.Auroc:0.000})";
}
