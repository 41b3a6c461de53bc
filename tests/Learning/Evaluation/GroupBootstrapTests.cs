using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Tests.Evaluation;

public sealed class GroupBootstrapTests
{
    [Fact]
    public void Rows_of_a_group_are_drawn_together()
    {
        string[] groups = ["a", "b", "a", "c", "b", "a"];
        new GroupBootstrap(50, seed: 1).Of(groups, rows =>
        {
            var times = groups.Select((_, row) => rows.Count(drawn => drawn == row)).ToList();
            Assert.True(times[0] == times[2] && times[2] == times[5] && times[1] == times[4]);
            Assert.Equal(3, times[0] + times[1] + times[3]);
            return 1;
        });
    }

    [Fact]
    public void The_interval_is_as_wide_as_the_groups_make_it()
    {
        // 40 families of 25 rows that all say the same: 40 independent values, not 1000. Their mean errs by sqrt(1/4/40) = 0.079.
        var values = Enumerable.Range(0, 1000).Select(row => row / 25 % 2 == 0 ? 1.0 : 0.0).ToArray();
        double? Mean(IReadOnlyList<int> rows) => rows.Average(row => values[row]);
        var byFamily = new GroupBootstrap(2000, seed: 2).Of([.. values.Select((_, row) => row / 25)], Mean);
        var byRow = new GroupBootstrap(2000, seed: 2).Of([.. values.Select((_, row) => row)], Mean);

        Assert.Equal(0.5, byFamily.Estimate!.Value, 12);
        Assert.Equal(2 * 1.96 * 0.0791, byFamily.High!.Value - byFamily.Low!.Value, 0.03);
        Assert.Equal(2 * 1.96 * 0.0158, byRow.High!.Value - byRow.Low!.Value, 0.006);
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval()
    {
        var (scores, positives) = Some(8);
        BootstrapInterval Interval(int seed) => new GroupBootstrap(200, seed).Of(Groups, scores, positives, RocCurve.Area);
        Assert.Equal(Interval(4), Interval(4));
        Assert.NotEqual(Interval(4), Interval(5));
        Assert.InRange(RocCurve.Area(scores, positives)!.Value, Interval(4).Low!.Value, Interval(4).High!.Value);
    }

    [Fact]
    public void A_difference_is_measured_on_the_same_rows()
    {
        var (scores, positives) = Some(9);
        var random = new Random(1);
        double[] worse = [.. scores.Select(score => score + random.NextDouble())];
        var bootstrap = new GroupBootstrap(400, seed: 6);
        var same = bootstrap.Difference(Groups, scores, scores, positives, RocCurve.Area);
        var better = bootstrap.Difference(Groups, scores, worse, positives, RocCurve.Area);

        Assert.Equal((0.0, 0.0, 0.0), (same.Estimate, same.Low, same.High));
        Assert.True(better.Low > 0);
        Assert.Equal(RocCurve.Area(scores, positives) - RocCurve.Area(worse, positives), better.Estimate);
    }

    [Fact]
    public void Resamples_without_a_value_are_left_out_and_counted()
    {
        var interval = new GroupBootstrap(100, seed: 3).Of([1, 2, 3], [.1, .2, .3], [true, false, false], RocCurve.Area);
        Assert.InRange(interval.Rounds, 50, 90);
        Assert.Equal(0, interval.Low);
        Assert.Equal(new(null, null, null, 0), new GroupBootstrap(10, seed: 3).Of([1, 2], [.1, .2], [true, true], RocCurve.Area));
    }

    private static int[] Groups => [.. Enumerable.Range(0, 300).Select(row => row / 3)];

    private static (double[] Scores, bool[] Positives) Some(int seed)
    {
        var random = new Random(seed);
        bool[] positives = [.. Groups.Select(group => group % 3 == 0)];
        return ([.. positives.Select(positive => random.NextDouble() + (positive ? 0.5 : 0))], positives);
    }
}
