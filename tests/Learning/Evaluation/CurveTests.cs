using CsCheck;
using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Tests.Evaluation;

/// <summary>The expected numbers were computed with scikit-learn 1.2.1.</summary>
public sealed class CurveTests
{
    private static readonly double[] Scores = [.1, .4, .35, .8, .4, .4, .9, .2, .35, .6];
    private static readonly bool[] Positives = [false, false, true, true, true, false, true, false, false, true];

    // Few different scores, so that ties are common.
    private static readonly Gen<(int Score, bool Positive)[]> Rows = Gen.Select(Gen.Int[0, 30], Gen.Bool).Array[5, 200];

    [Fact]
    public void The_roc_curve_is_that_of_the_reference()
    {
        var points = RocCurve.Points(Scores, Positives);
        Assert.Equal([double.PositiveInfinity, .9, .8, .6, .4, .35, .2, .1], points.Select(point => point.Threshold));
        Assert.Equal([0, 0, 0, 0, .4, .6, .8, 1], points.Select(point => point.FalsePositiveRate));
        Assert.Equal([0, .2, .4, .6, .8, 1, 1, 1], points.Select(point => point.TruePositiveRate));
    }

    [Fact]
    public void The_precision_recall_curve_is_that_of_the_reference()
    {
        var points = PrecisionRecall.Points(Scores, Positives);
        Assert.Equal([.9, .8, .6, .4, .35, .2, .1], points.Select(point => point.Threshold));
        Assert.Equal([.2, .4, .6, .8, 1, 1, 1], points.Select(point => point.Recall));
        Assert.Equal([1, 1, 1, 4 / 6.0, 5 / 8.0, 5 / 9.0, .5], points.Select(point => point.Precision));
    }

    [Fact]
    public void A_curve_without_a_side_has_no_points()
    {
        Assert.Empty(RocCurve.Points([.1, .2], [true, true]));
        Assert.Empty(PrecisionRecall.Points([.1, .2], [false, false]));
    }

    [Fact]
    public void The_trapezoids_under_all_points_are_the_area() => Rows.Sample(rows =>
    {
        var points = RocCurve.Points([.. rows.Select(row => (double)row.Score)], [.. rows.Select(row => row.Positive)]);
        var area = RocCurve.Area([.. rows.Select(row => (double)row.Score)], [.. rows.Select(row => row.Positive)]);
        Assert.Equal(area ?? 0, TrapezoidsOf(points), 10);
    });

    [Fact]
    public void The_area_is_the_share_of_pairs_in_the_right_order() => Rows.Sample(rows =>
    {
        var pairs = rows.Where(row => row.Positive).SelectMany(_ => rows.Where(row => !row.Positive), (one, other) => one.Score.CompareTo(other.Score)).ToList();
        var area = RocCurve.Area([.. rows.Select(row => (double)row.Score)], [.. rows.Select(row => row.Positive)]);
        Assert.Equal(pairs.Count == 0, area is null);
        Assert.Equal(pairs.Select(order => (order + 1) / 2.0).DefaultIfEmpty(0).Average(), area ?? 0, 10);
    });

    [Fact]
    public void A_thinned_curve_keeps_its_ends_and_nearly_its_area()
    {
        var random = new Random(3);
        bool[] positives = [.. Enumerable.Range(0, 5000).Select(_ => random.NextDouble() < 0.1)];
        double[] scores = [.. positives.Select(positive => random.NextDouble() + (positive ? 0.4 : 0))];
        var all = RocCurve.Points(scores, positives);
        var thinned = RocCurve.Points(scores, positives, atMost: 50);

        Assert.InRange(thinned.Count, 25, 50);
        Assert.Equal((all[0], all[^1]), (thinned[0], thinned[^1]));
        Assert.Equal(TrapezoidsOf(all), TrapezoidsOf(thinned), 2);
        Assert.All(thinned, point => Assert.Contains(point, all));
        Assert.Equal(2, PrecisionRecall.Points(scores, positives, atMost: 2).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => RocCurve.Points(scores, positives, atMost: 1));
    }

    private static double TrapezoidsOf(IReadOnlyList<RocPoint> points) => points.Zip(points.Skip(1), (from, to) =>
        (to.FalsePositiveRate - from.FalsePositiveRate) * (to.TruePositiveRate + from.TruePositiveRate) / 2).Sum();
}
