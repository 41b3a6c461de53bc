using WorkflowRecovery.Learning.Calibration;

namespace WorkflowRecovery.Learning.Tests.Calibration;

public sealed class ConformalSetsTests
{
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.2)]
    public void Every_class_is_covered_as_promised_even_by_a_model_that_is_wrong(double alpha)
    {
        // The mean over calibrations is at least 1 - alpha; 200 of them bring it within about half a percent.
        var random = new Random(1);
        var reports = Enumerable.Range(0, 200).Select(_ =>
        {
            var (known, classes) = Some(300, random);
            var (later, happened) = Some(300, random);
            return ConformalReport.Of(ConformalSets.Fit(known, classes, 3, alpha), later, happened);
        }).ToList();
        for (var @class = 0; @class < 3; @class++)
            Assert.InRange(reports.Average(report => report.ClassCoverage[@class]!.Value), 1 - alpha - 0.008, 1 - alpha + 0.05);
    }

    [Fact]
    public void The_bound_is_the_rank_that_alpha_allows()
    {
        // Nine rows of class 0: floor(0.2 x 10) = 2, the second lowest.
        double[][] probabilities = [.. Enumerable.Range(1, 9).Select(at => new[] { at / 10.0, 1 - at / 10.0 })];
        var sets = ConformalSets.Fit(probabilities, new int[9], 2, 0.2);
        Assert.Equal([0.2, 0], sets.Lowest);
        Assert.Equal([0, 1], sets.Of([0.2, 0.8]));
        Assert.Equal([1], sets.Of([0.19, 0.81]));
    }

    [Fact]
    public void A_class_with_too_few_rows_to_promise_anything_is_always_in() =>
        Assert.Equal([0, 0], ConformalSets.Fit([[.9, .1], [.8, .2]], [0, 0], 2, 0.1).Lowest);

    [Fact]
    public void A_set_may_be_empty()
    {
        double[][] probabilities = [.. Enumerable.Range(0, 20).Select(at => new[] { at % 2 == 0 ? .9 : .1, at % 2 == 0 ? .1 : .9 })];
        var sets = ConformalSets.Fit(probabilities, [.. Enumerable.Range(0, 20).Select(at => at % 2)], 2, 0.1);
        Assert.Empty(sets.Of([.5, .5]));
    }

    [Fact]
    public void The_report_counts_what_sets_hold()
    {
        var report = ConformalReport.Of(new([.5, .5, .2]), [[.6, .4, 0], [.5, .5, 0], [.4, .3, .1], [.7, .1, .2], [.9, .1, 0]], [0, 1, 1, 2, 1]);
        Assert.Equal(3 / 5.0, report.Coverage, 12);
        Assert.Equal([1, 1 / 3.0, 1], report.ClassCoverage);
        Assert.Equal((6 / 5.0, 2 / 5.0, 1 / 2.0, 1 / 5.0), (report.MeanSize, report.OneClass, report.OneClassRight, report.Empty));
    }

    [Fact]
    public void An_alpha_that_is_no_share_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ConformalSets.Fit([[1, 0]], [0], 2, 0));
        Assert.Throws<ArgumentException>(() => ConformalSets.Fit([[1, 0]], [], 2, 0.1));
    }

    private static (double[][] Probabilities, int[] Classes) Some(int count, Random random)
    {
        int[] classes = [.. Enumerable.Range(0, count).Select(_ => random.NextDouble() is var drawn && drawn < 0.2 ? 2 : drawn < 0.5 ? 1 : 0)];
        return ([.. classes.Select(@class => Answer(@class, random))], classes);
    }

    // Says more often than not what happened, but far too surely.
    private static double[] Answer(int @class, Random random)
    {
        var said = new double[3];
        for (var at = 0; at < 3; at++)
            said[at] = Math.Exp(8 * random.NextDouble() + (at == @class ? 2 : 0));

        var sum = said.Sum();
        return Array.ConvertAll(said, of => of / sum);
    }
}
