using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class ComparisonTests
{
    private const int Count = 400;

    private static readonly IReadOnlyList<RecordedTask> Tasks = Made.Tasks(Count);
    private static readonly bool[] Ordered = [.. Enumerable.Range(0, Count).Select(at => at % 5 == 0)];

    [Fact]
    public void Ours_is_better_when_neither_seeds_nor_families_explain_it()
    {
        var auroc = Of([Answers(0, 0.02, 1), Answers(0, 0.02, 2), Answers(5, 0.3, 1), Answers(5, 0.3, 2)])[Metrics.Auroc];

        Assert.True(auroc.IsBetter);
        Assert.True(auroc.Difference > 0.1);
        Assert.InRange(auroc.Difference, auroc.Low!.Value, auroc.High!.Value);
        Assert.NotNull(auroc.Spread);
    }

    [Fact]
    public void Of_losses_and_errors_the_lower_is_the_better()
    {
        var loss = Of([Answers(0, 0.02, 1), Answers(5, 0.3, 1)])[Metrics.LogLoss];

        Assert.True(loss.IsBetter);
        Assert.True(loss.Difference < 0 && loss.High < 0);
    }

    [Fact]
    public void Worse_is_not_better()
    {
        var comparison = Of([Answers(0, 0.3, 1), Answers(5, 0.02, 1)]);

        Assert.All(comparison.Values, one => Assert.False(one.IsBetter));
        Assert.True(comparison[Metrics.Auroc].High < 0);
        Assert.True(comparison[Metrics.LogLoss].Low > 0);
    }

    [Fact]
    public void The_same_answers_differ_by_nothing()
    {
        var comparison = Of([Answers(0, 0.2, 1), Answers(5, 0.2, 1)]);

        Assert.All(comparison.Values, one => Assert.Equal((0, 0, 0, false), (one.Difference, one.Low, one.High, one.IsBetter)));
    }

    [Fact]
    public void A_gain_smaller_than_the_spread_over_seeds_is_not_clear()
    {
        var auroc = new Comparison("t", "s", Metrics.Auroc, "ours", 0.82, "talk", 0.81, 0.005, 0.015, 0.02);

        Assert.False(auroc.IsBetter);
        Assert.True((auroc with { Spread = 0.002 }).IsBetter);
        Assert.True((auroc with { Spread = null }).IsBetter);
        Assert.False((auroc with { Low = null, High = null, Spread = null }).IsBetter);
    }

    [Fact]
    public void Each_side_may_mend_its_probabilities_before_they_are_compared()
    {
        var given = Answers(5, 0.1, 1);
        var skewed = given with { Probabilities = [.. given.Probabilities.Select(row => Two(Math.Sqrt(row[1])))], Calibrated = given.Probabilities };

        var comparison = Of([Answers(0, 0.1, 1), skewed]);

        Assert.Equal(0, comparison[Metrics.LogLoss].Difference);
        Assert.Equal(0, comparison[Metrics.CalibrationError].Difference);
    }

    [Fact]
    public void Mended_probabilities_that_are_worse_are_not_taken()
    {
        var given = Answers(5, 0.02, 1);
        var spoilt = given with { Calibrated = [.. given.Probabilities.Select(_ => Two(0.5))] };

        Assert.Equal(0, Of([Answers(0, 0.02, 1), spoilt])[Metrics.LogLoss].Difference);
    }

    [Fact]
    public void The_best_by_mean_area_stands_for_its_side()
    {
        var comparison = Of([Answers(0, 0.3, 1), Answers(0, 0.05, 1), Answers(3, 0.1, 1), Answers(5, 0.2, 1)])[Metrics.Auroc];

        Assert.Equal(Answers(0, 0.05, 1).Auroc, comparison.Ours);
        Assert.Equal(Answers(3, 0.1, 1).Auroc, comparison.Talk);
    }

    [Fact]
    public void Only_whole_data_split_by_time_are_compared_and_only_where_both_sides_answered()
    {
        var random = Made.Experiment(row: 5, split: SplitKind.Random);
        var part = Made.Experiment(row: 5) with { DataShare = 0.5 };
        var memory = Made.Experiment(row: 4, target: TalkTargets.Memory);

        Assert.Empty(Comparison.Of(
            [Answers(0, 0.1, 1), Answers(random, 0.2, 1), Answers(part, 0.2, 1), Answers(memory, 0.2, 1)], Tasks, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_comparison_is_the_same_each_time() =>
        Assert.Equal(Of([Answers(0, 0.1, 1), Answers(5, 0.2, 1)]), Of([Answers(0, 0.1, 1), Answers(5, 0.2, 1)]));

    [Fact]
    public void Who_has_enough_is_not_kept_waiting()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Comparison.Of([Answers(0, 0.1, 1), Answers(5, 0.2, 1)], Tasks, stop.Token));
    }

    private static Dictionary<string, Comparison> Of(IReadOnlyList<Answered> answers) =>
        Comparison.Of(answers, Tasks, TestContext.Current.CancellationToken).ToDictionary(one => one.Metric);

    private static readonly Dictionary<(int, double), Experiment> Experiments = [];

    /// <summary>Probabilities near to what was ordered, with noise that grows with the given size.</summary>
    private static Answered Answers(int row, double noise, int seed)
    {
        lock (Experiments)
        {
            if (!Experiments.TryGetValue((row, noise), out var experiment))
                Experiments[(row, noise)] = experiment = Made.Experiment(row);
            return Answers(experiment, noise, seed);
        }
    }

    private static Answered Answers(Experiment experiment, double noise, int seed)
    {
        var random = new Random(seed);
        return Made.Answered(experiment, [.. Ordered.Select(second => Math.Clamp((second ? 0.6 : 0.3) + (noise * 16 * (random.NextDouble() - 0.5)), 0.01, 0.99))], Ordered, seed);
    }

    private static double[] Two(double second) => [1 - second, second];
}
