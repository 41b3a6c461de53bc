using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Wr.Study;

/// <summary>One number of the best of ours beside that of the best network of the talk's kind, on the same later tasks.</summary>
/// <param name="Target">The question.</param>
/// <param name="Split">The split.</param>
/// <param name="Metric">What the numbers are.</param>
/// <param name="OursName">Our best approach.</param>
/// <param name="Ours">Its mean over seeds.</param>
/// <param name="TalkName">The talk's best.</param>
/// <param name="Talk">Its mean over seeds.</param>
/// <param name="Low">Lower end of the 95 % interval of the difference ours - talk, over families drawn anew.</param>
/// <param name="High">Its upper end.</param>
/// <param name="Spread">The larger standard deviation over seeds of the two; null with a single seed.</param>
internal sealed record Comparison(
    string Target, string Split, string Metric, string OursName, double Ours, string TalkName, double Talk, double? Low, double? High, double? Spread)
{
    private const int Rounds = 400;

    /// <summary>Ours less the talk's.</summary>
    public double Difference => Ours - Talk;

    /// <summary>Whether ours is better by more than seeds and families explain. Of errors and losses the lower is the better.</summary>
    public bool IsBetter => LowerIsBetter
        ? High < 0 && -Difference > (Spread ?? 0)
        : Low > 0 && Difference > (Spread ?? 0);

    private bool LowerIsBetter => Metric is Metrics.LogLoss or Metrics.CalibrationError;

    /// <summary>Compares the best by mean AUROC of each side, on the split by time, for each question that both sides answered.</summary>
    public static IReadOnlyList<Comparison> Of(IReadOnlyList<Answered> answers, IReadOnlyList<RecordedTask> tasks)
    {
        var honest = answers.Where(answered => answered.Experiment is { Split: SplitKind.Time, DataShare: 1 } && answered.Auroc is not null).ToLookup(answered => answered.Experiment.Target);
        return [.. honest.SelectMany(target =>
        {
            var ours = Best(target.Where(answered => answered.Experiment.Row == 0));
            var talk = Best(target.Where(answered => answered.Experiment.Row > 0));
            return ours is [] || talk is [] ? [] : Between(ours, talk, tasks);
        })];
    }

    private static IReadOnlyList<Answered> Best(IEnumerable<Answered> answers) =>
        [.. answers.GroupBy(answered => answered.Experiment).MaxBy(group => group.Average(answered => answered.Auroc)) ?? Enumerable.Empty<Answered>()];

    private static IEnumerable<Comparison> Between(IReadOnlyList<Answered> ours, IReadOnlyList<Answered> talk, IReadOnlyList<RecordedTask> tasks)
    {
        List<string> families = [.. ours[0].Rows.Select(row => tasks[row].Family)];
        var bootstrap = new GroupBootstrap(Rounds, seed: 1);
        foreach (var (name, measure) in Measures)
        {
            var (mine, mySpread) = Summary.Over(ours.Select(answered => measure(answered.Scores, answered.Positives)));
            var (theirs, theirSpread) = Summary.Over(talk.Select(answered => measure(answered.Scores, answered.Positives)));
            var interval = bootstrap.Of(families, rows => MeanOn(rows, ours, measure) - MeanOn(rows, talk, measure));
            yield return new(
                ours[0].Experiment.Target.Name, StudySplits.NameOf(SplitKind.Time), name, ours[0].Experiment.Name, mine ?? double.NaN,
                talk[0].Experiment.Name, theirs ?? double.NaN, interval.Low, interval.High, mySpread is null ? null : Math.Max(mySpread.Value, theirSpread ?? 0));
        }
    }

    private static IEnumerable<(string Name, Func<IReadOnlyList<double>, IReadOnlyList<bool>, double?> Measure)> Measures =>
    [
        (Metrics.Auroc, RocCurve.Area),
        (Metrics.PrArea, PrecisionRecall.Area),
        (Metrics.LogLoss, (scores, positives) => BinaryScores.LogLoss(scores, positives)),
        (Metrics.CalibrationError, (scores, positives) => BinaryScores.CalibrationError(scores, positives)),
    ];

    /// <summary>The rows are the same for all seeds of a split by time, so all seeds are measured on the same resample.</summary>
    private static double? MeanOn(IReadOnlyList<int> rows, IReadOnlyList<Answered> answers, Func<IReadOnlyList<double>, IReadOnlyList<bool>, double?> measure)
    {
        bool[] positives = [.. rows.Select(row => answers[0].Classes[row] == 1)];
        return answers.Average(answered => measure([.. rows.Select(row => answered.Probabilities[row][1])], positives));
    }
}
