using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Wr.Study.Charts;
using WorkflowRecovery.Wr.Study.Charts.Pages;

namespace WorkflowRecovery.Wr.Study.Report;

/// <summary>The confusion of the four targets: what was answered for what was ordered.</summary>
internal static class ConfusionFigures
{
    public static IEnumerable<ReportSection> Of(StudyResult result)
    {
        var blocks = result.Answers
            .Where(answered => answered.Seed == 1 && RecoveryTargets.All.Contains(answered.Experiment.Target))
            .OrderBy(answered => answered.Experiment.Name, StringComparer.Ordinal)
            .Select(ReportBlock (answered) => new ChartBlock(ConfusionOf(answered), "Each line sums to 1: the diagonal is the recall of each class. A class that was not ordered among the tasks judged on has zeros."))
            .ToList();
        if (blocks.Count > 0)
            yield return new("Four targets", blocks);
    }

    private static HeatMap ConfusionOf(Answered answered)
    {
        var classes = answered.Experiment.Target.Classes;
        var confusion = ConfusionMatrix.Of(answered.Classes, [.. answered.Probabilities.Select(ProbabilityScores.Likeliest)], classes.Count);
        return new(
            $"{answered.Experiment.Target.Name}: {answered.Experiment.Name}, {StudySplits.NameOf(answered.Experiment.Split)}",
            "ordered",
            classes,
            "answered",
            classes,
            new Axis("share of the line") { From = 0, To = 1 },
            [.. confusion.RowShares.Select(row => (IReadOnlyList<double?>)[.. row.Select(share => (double?)share)])])
        {
            Width = 560,
        };
    }
}
