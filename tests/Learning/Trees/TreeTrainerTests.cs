using WorkflowRecovery.Learning.Trees;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Trees;

public sealed class TreeTrainerTests
{
    [Fact]
    public void Trees_that_find_nothing_answer_with_no_evidence()
    {
        // Every row looks the same, and the start rates are right already.
        var sample = Sample(200, at => new([], [], 4), at => at % 4 == 0 ? 1 : 0);
        using var trees = Train(sample, watched: null, [0.75, 0.25], new() { Classes = 2, Rounds = 10 });
        Assert.All(trees.MarginsOf(new SparseVector([], [], 4)), margin => Assert.Equal(0, margin, 3));
    }

    [Fact]
    public void Training_stops_when_later_rows_gain_nothing_more()
    {
        var random = new Random(1);
        var sample = Sample(300, at => Noise(random), at => random.Next(3));
        var later = Sample(300, at => Noise(random), at => random.Next(3));
        var seen = new List<TreeProgress>();
        using var trees = Train(sample, later, [1 / 3.0, 1 / 3.0, 1 / 3.0], new() { Classes = 3 }, new Collect(seen));

        Assert.True(trees.Rounds < 20);
        Assert.Equal(trees.Rounds, seen.MinBy(progress => progress.LogLoss)!.Round);
        Assert.Equal(trees.Rounds + 15, seen.Count);
    }

    [Fact]
    public void Without_later_rows_all_rounds_are_grown()
    {
        var random = new Random(1);
        using var trees = Train(Sample(100, at => Noise(random), at => random.Next(2)), watched: null, [0.5, 0.5], new() { Classes = 2, Rounds = 7 });
        Assert.Equal(7, trees.Rounds);
    }

    [Fact]
    public void Heavier_rows_decide()
    {
        var sample = Sample(200, at => new([0], [1f], 1), at => at % 2) with { Weights = [.. Enumerable.Range(0, 200).Select(at => at % 2 == 0 ? 1.0 : 9.0)] };
        using var trees = Train(sample, watched: null, [0.5, 0.5], new() { Classes = 2, Rounds = 200, ColumnShare = 1 });
        Assert.Equal(0.9, Softmax.Of(trees.MarginsOf(new SparseVector([0], [1f], 1)))[1], 2);
    }

    [Fact]
    public void Rows_of_different_widths_are_refused()
    {
        var sample = new TreeSample([new([], [], 2), new([], [], 3)], [0, 1], [1, 1]);
        Assert.Throws<ArgumentException>(() => Train(sample, watched: null, [0.5, 0.5], new() { Classes = 2 }));
    }

    [Fact]
    public void A_class_outside_the_target_is_refused_in_the_librarys_words()
    {
        var sample = new TreeSample([new([0], [1f], 1), new([0], [2f], 1)], [0, 5], [1, 1]);
        var refusal = Assert.Throws<XgboostException>(() => Train(sample, watched: null, [0.3, 0.3, 0.4], new() { Classes = 3 }));
        Assert.Contains("label", refusal.Message);
        Assert.DoesNotContain("Stack trace", refusal.Message);
    }

    [Fact]
    public void No_rows_have_no_margins()
    {
        using var trees = Train(Sample(20, at => new([0], [at], 1), at => at % 2), watched: null, [0.5, 0.5], new() { Classes = 2, Rounds = 1 });
        Assert.Empty(trees.MarginsOf([]));
    }

    [Fact]
    public void A_missing_library_is_named_with_its_package() => Assert.Contains("libxgboost0", new XgboostMissingException().Message);

    private static BoostedTrees Train(
        TreeSample sample, TreeSample? watched, IReadOnlyList<double> startRates, TreeOptions options, IProgress<TreeProgress>? progress = null) =>
        TreeTrainer.Train(sample, watched, startRates, options, progress, TestContext.Current.CancellationToken);

    private static TreeSample Sample(int count, Func<int, SparseVector> row, Func<int, int> @class) => new(
        [.. Enumerable.Range(0, count).Select(row)], [.. Enumerable.Range(0, count).Select(@class)], [.. Enumerable.Repeat(1.0, count)]);

    private static SparseVector Noise(Random random) => new([0, 1, 2], [random.NextSingle(), random.NextSingle(), random.NextSingle()], 3);

    private sealed class Collect(List<TreeProgress> seen) : IProgress<TreeProgress>
    {
        public void Report(TreeProgress value) => seen.Add(value);
    }
}
