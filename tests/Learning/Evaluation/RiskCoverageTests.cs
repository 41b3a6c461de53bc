using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Tests.Evaluation;

public sealed class RiskCoverageTests
{
    // Surest first: right, right, wrong and right of equal confidence, right, wrong.
    private static readonly RiskCoverage Curve = RiskCoverage.Of([.5, .9, .7, .95, .7, .6], [false, true, false, true, true, true]);

    [Fact]
    public void Rows_are_answered_most_confident_first_and_equal_ones_together() => Assert.Equal(
        [new(.95, 1 / 6.0, 0), new(.9, 2 / 6.0, 0), new(.7, 4 / 6.0, .25), new(.6, 5 / 6.0, .2), new(.5, 1, 2 / 6.0)], Curve.Points());

    [Fact]
    public void Coverage_at_an_agreement_is_the_largest_that_keeps_it()
    {
        Assert.Equal(5 / 6.0, Curve.CoverageAt(0.8));
        Assert.Equal(2 / 6.0, Curve.CoverageAt(0.81));
        Assert.Equal(1, Curve.CoverageAt(0.5));
        Assert.Equal(.6, Curve.At(0.8)!.Confidence);
    }

    [Fact]
    public void One_wrong_in_twenty_is_ninety_five_percent() => Assert.Equal(
        1, RiskCoverage.Of([.. Enumerable.Range(0, 20).Select(row => (double)row)], [.. Enumerable.Range(0, 20).Select(row => row > 0)]).CoverageAt(0.95));

    [Fact]
    public void Where_the_surest_answer_is_wrong_an_agreement_may_be_out_of_reach()
    {
        var curve = RiskCoverage.Of([.9, .8], [false, true]);
        Assert.Equal(0, curve.CoverageAt(0.95));
        Assert.Null(curve.At(0.95));
    }

    [Fact]
    public void A_threshold_of_other_rows_is_read_on_these()
    {
        Assert.Equal(new(.65, 4 / 6.0, .25), Curve.From(.65));
        Assert.Equal(new(.99, 0, 0), Curve.From(.99));
    }

    [Fact]
    public void A_plot_needs_few_points()
    {
        var random = new Random(2);
        double[] confidences = [.. Enumerable.Range(0, 2000).Select(_ => random.NextDouble())];
        var curve = RiskCoverage.Of(confidences, [.. confidences.Select(confidence => random.NextDouble() < confidence)]);
        Assert.InRange(curve.Points(atMost: 40).Count, 10, 40);
        Assert.Equal(1, curve.Points(atMost: 40)[^1].Coverage);
    }
}
