using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Wr.Study;

/// <summary>
/// One number of the best of ours beside that of the best network of the talk's kind, on the same later tasks. Of both, losses and
/// calibration errors are the better of those of the answers as given and put right on watched tasks.
/// </summary>
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
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static IReadOnlyList<Comparison> Of(IReadOnlyList<Answered> answers, IReadOnlyList<RecordedTask> tasks, CancellationToken cancellation = default)
    {
        var honest = answers.Where(answered => answered.Experiment is { Split: SplitKind.Time, DataShare: 1 } && answered.Auroc is not null).ToLookup(answered => answered.Experiment.Target);
        var pairs = from target in honest
                    let ours = Best(target.Where(answered => answered.Experiment.Row == 0))
                    let talk = Best(target.Where(answered => answered.Experiment.Row > 0))
                    where ours is not [] && talk is not []
                    from measure in Measures
                    select (ours, talk, measure);
        return [.. pairs.ToList().AsParallel().AsOrdered().WithCancellation(cancellation).Select(pair => Between(pair.ours, pair.talk, pair.measure, tasks, cancellation)).OfType<Comparison>()];
    }

    private static IReadOnlyList<Answered> Best(IEnumerable<Answered> answers) =>
        [.. answers.GroupBy(answered => answered.Experiment).MaxBy(group => group.Average(answered => answered.Auroc)) ?? Enumerable.Empty<Answered>()];

    private static Comparison? Between(IReadOnlyList<Answered> ours, IReadOnlyList<Answered> talk, Measure measure, IReadOnlyList<RecordedTask> tasks, CancellationToken cancellation)
    {
        List<string> families = [.. ours[0].Rows.Select(row => tasks[row].Family)];
        int[] all = [.. Enumerable.Range(0, ours[0].Rows.Count)];
        var (mine, theirs) = (Fairer(ours, measure, all), Fairer(talk, measure, all));
        if (MeanOn(all, mine) is not { } our || MeanOn(all, theirs) is not { } their)
            return null;

        var interval = new GroupBootstrap(Rounds, seed: 1).Of(families, rows =>
        {
            cancellation.ThrowIfCancellationRequested();
            return MeanOn(rows, mine) - MeanOn(rows, theirs);
        });
        return new(
            ours[0].Experiment.Target.Name, StudySplits.NameOf(SplitKind.Time), measure.Name, NameOf(ours[0]), our, NameOf(talk[0]), their,
            interval.Low, interval.High, new[] { SpreadOf(mine), SpreadOf(theirs) }.Max());
    }

    private static double? SpreadOf(Side side) => Summary.Over(side.Scores.Select(scores => side.Measure.Of(scores, side.Positives))).Spread;

    private static string NameOf(Answered answered) => $"{answered.Experiment.Name}, {answered.Experiment.Approach.View}";

    private static Side Fairer(IReadOnlyList<Answered> answers, Measure measure, int[] all)
    {
        var given = Of(answered => answered.Probabilities);
        if (measure.Name is not (Metrics.LogLoss or Metrics.CalibrationError))
            return given;

        var mended = Of(answered => answered.Calibrated ?? answered.Probabilities);
        return MeanOn(all, mended) < MeanOn(all, given) ? mended : given;

        Side Of(Func<Answered, double[][]> probabilitiesOf) =>
            new([.. answers.Select(answered => probabilitiesOf(answered).Select(row => row[1]).ToArray())], [.. answers[0].Positives], measure);
    }

    private static IEnumerable<Measure> Measures =>
    [
        new(Metrics.Auroc, RocCurve.Area),
        new(Metrics.PrArea, PrecisionRecall.Area),
        new(Metrics.LogLoss, (scores, positives) => BinaryScores.LogLoss(scores, positives)),
        new(Metrics.CalibrationError, (scores, positives) => BinaryScores.CalibrationError(scores, positives)),
    ];

    /// <summary>The rows are the same for all seeds of a split by time, so all seeds are measured on the same resample.</summary>
    private static double? MeanOn(IReadOnlyList<int> rows, Side side)
    {
        bool[] positives = [.. rows.Select(row => side.Positives[row])];
        return side.Scores.Average(scores => side.Measure.Of([.. rows.Select(row => scores[row])], positives));
    }

    /// <param name="Scores">One list for each seed.</param>
    private sealed record Side(IReadOnlyList<double[]> Scores, bool[] Positives, Measure Measure);

    private sealed record Measure(string Name, Func<IReadOnlyList<double>, IReadOnlyList<bool>, double?> Of);
}
