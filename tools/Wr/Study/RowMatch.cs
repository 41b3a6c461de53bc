using System.Diagnostics;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Inventory;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Wr.Study;

/// <summary>How often the row of the action table, recommended as a whole, is exactly what the operator ordered.</summary>
internal static class RowMatch
{
    public const string Metric = "exact match";

    private const string Approach = "plans composed of trees";
    private const string View = "tier+extras";
    private const string Question = "row of the action table";

    private static readonly Target[] Targets = [RecoveryTargets.Action, RecoveryTargets.Memory, RecoveryTargets.Splitting];

    private static readonly SplitKind[] Splits = [SplitKind.Random, SplitKind.Time];

    /// <summary>Expected seconds of one seed, for the time left only.</summary>
    public const double Cost = 20;

    public static async Task<(IReadOnlyList<StudyRow> Rows, IReadOnlyList<Skipped> Skipped)> RunAsync(TaskSet set, int seeds, TimeLeft left, CancellationToken cancellation)
    {
        var reasons = Splits.ToDictionary(split => split, split => Enumerable.Range(1, seeds).Select(seed => ReasonAgainst(set, split, seed)).FirstOrDefault(reason => reason is not null));
        var work = (from split in Splits where reasons[split] is null from seed in Enumerable.Range(1, seeds) select (split, seed)).ToList();
        var matched = new Matched[work.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
        await Parallel.ForAsync(0, work.Count, options, async (at, stop) =>
        {
            await Task.Yield();
            matched[at] = Match(set, work[at].split, work[at].seed, stop);
            left.Done(Cost, "row 0: the row of the action table as a whole");
        });
        return (
            [.. Splits.Where(split => reasons[split] is null).Select(split => Of(split, [.. matched.Where((_, at) => work[at].split == split)]))],
            [.. Splits.Where(split => reasons[split] is not null).Select(split => new Skipped(0, Approach, View, Question, StudySplits.NameOf(split), reasons[split]!))]);
    }

    private static string? ReasonAgainst(TaskSet set, SplitKind kind, int seed)
    {
        var split = StudySplits.Of(kind, set.Tasks, seed);
        return split.Test.Any(row => SaysAll(set, row))
            ? Targets.Select(target => Obstacle.OfOrders(Lesson.Of(set, target, split.Train, split.Calibrate, seed))).FirstOrDefault(reason => reason is not null)
            : "there are no tasks to judge on";
    }

    private static StudyRow Of(SplitKind split, IReadOnlyList<Matched> matched)
    {
        var (mean, spread) = Summary.Over(matched.Select(one => (double?)one.Share));
        return new(
            0, Approach, View, Question, StudySplits.NameOf(split), Metric, Talk: null, mean, spread,
            matched.Average(one => one.Constant), matched.Average(one => one.Seconds), matched[0].Records, matched.Count);
    }

    private static Matched Match(TaskSet set, SplitKind kind, int seed, CancellationToken cancellation)
    {
        var split = StudySplits.Of(kind, set.Tasks, seed);
        int[] test = [.. split.Test.Where(row => SaysAll(set, row))];
        var watch = Stopwatch.StartNew();
        using var recommender = RowRecommender.Learn(new TreesApproach(new CombinedView(MatrixViews.Tier, new ExtrasView())), set, split.Train, split.Calibrate, seed, cancellation);
        var seconds = watch.Elapsed.TotalSeconds;
        var right = recommender.Recommend(test).Zip(test, (recommended, row) => recommended == ActionRow.Of(set.Tasks[row].Action));
        return new(
            right.Average(match => match ? 1.0 : 0.0),
            test.Average(row => ActionRow.Of(set.Tasks[row].Action) == ActionRow.PlainAcdc ? 1.0 : 0.0),
            seconds,
            split.Train.Count + split.Calibrate.Count + test.Length);
    }

    /// <summary>An order without parameters leaves its row open.</summary>
    private static bool SaysAll(TaskSet set, int row) => RecoveryTargets.SaysAll(set.Tasks[row].Action, set.Tasks[row].ParametersGiven);

    private sealed record Matched(double Share, double Constant, double Seconds, int Records);
}
