using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Wr.Study.Charts;
using WorkflowRecovery.Wr.Study.Charts.Pages;

namespace WorkflowRecovery.Wr.Study.Report;

/// <summary>Rows 12 and 13: how answers improve with data, and which setting matters.</summary>
internal static class SearchFigures
{
    public static IEnumerable<ReportSection> Of(StudyResult result)
    {
        var fractions = result.Answers.Where(answered => answered.Experiment.Row == 12).ToList();
        if (fractions.Count > 0)
            yield return new("More data", [new ChartBlock(FractionsOf(fractions), "Random by record; the bars are the standard deviation over seeds.")]);

        var searches = result.Answers.Where(answered => answered is { Experiment.Row: 13, Trials.Count: > 0 }).ToList();
        if (searches.Count > 0)
        {
            yield return new("Searching for settings",
            [
                new ChartBlock(TrialsOf(searches), "Every trial of the searches; a setting at which training ran away is left out."),
                new ListBlock([.. result.Importances.Select(importance => $"{importance.Name}: explains {importance.Share:P0} of the variance of the scores alone")]),
            ]);
        }
    }

    private static LineChart FractionsOf(IReadOnlyList<Answered> fractions) => new(
        "AUROC against the share of the data that is learned from",
        new Axis("share of the families to learn from") { From = 0, To = 1, Percent = true },
        new Axis("AUROC"),
        [.. fractions.GroupBy(answered => answered.Experiment.Approach.Name).Select(approach => new Series(
            approach.Key,
            [.. approach.GroupBy(answered => answered.Experiment.DataShare).OrderBy(share => share.Key).Select(share => PointOf(share.Key, Summary.Over(share.Select(answered => answered.Auroc))))])
        {
            Trace = Trace.LineAndPoints,
            ErrorBars = true,
        })]);

    private static Point PointOf(double share, (double? Mean, double? Spread) area) => new(share, area.Mean, area.Mean - area.Spread, area.Mean + area.Spread);

    private static LineChart TrialsOf(IReadOnlyList<Answered> searches) => new(
        "AUROC on watched tasks against the learning rate",
        new Axis(TalkSearches.LearningRate) { Logarithmic = true },
        new Axis("AUROC"),
        [.. searches.Select(answered => new Series(
            answered.Experiment.Name,
            [.. answered.Trials.Where(trial => double.IsFinite(trial.Score)).Select(trial => new Point(trial.Setting.Number(TalkSearches.LearningRate), trial.Score))])
        {
            Trace = Trace.Points,
        })]);
}
