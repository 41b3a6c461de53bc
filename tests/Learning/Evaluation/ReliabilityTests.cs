using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Tests.Evaluation;

/// <summary>The expected numbers were computed with scikit-learn 1.2.1.</summary>
public sealed class ReliabilityTests
{
    private static readonly double[] Probabilities = [.05, .12, .18, .22, .31, .33, .47, .52, .55, .61, .68, .72, .79, .83, .91, .97];
    private static readonly bool[] Positives =
        [false, false, true, false, false, true, false, true, false, true, true, false, true, true, true, true];

    [Fact]
    public void Bins_of_equal_width_are_those_of_the_reference()
    {
        var curve = ReliabilityCurve.EqualWidth(Probabilities, Positives, 4);
        Equal([.1425, .37, .616, .875], curve.Select(bin => bin.Probability));
        Equal([.25, 1 / 3.0, .6, 1], curve.Select(bin => bin.Share));
        Assert.Equal([4, 3, 5, 4], curve.Select(bin => bin.Count));
    }

    [Fact]
    public void Bins_of_equal_count_are_those_of_the_reference()
    {
        var curve = ReliabilityCurve.EqualCount(Probabilities, Positives, 4);
        Equal([.1425, .4075, .64, .875], curve.Select(bin => bin.Probability));
        Equal([.25, .5, .5, 1], curve.Select(bin => bin.Share));
        Assert.Equal([4, 4, 4, 4], curve.Select(bin => bin.Count));
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        int[] order = [.. Enumerable.Range(0, 16)];
        new Random(1).Shuffle(order);
        Assert.Equal(
            ReliabilityCurve.EqualCount(Probabilities, Positives, 3),
            ReliabilityCurve.EqualCount([.. order.Select(row => Probabilities[row])], [.. order.Select(row => Positives[row])], 3));
    }

    [Fact]
    public void Equal_probabilities_stay_in_one_bin()
    {
        var curve = ReliabilityCurve.EqualCount([.1, .2, .2, .2, .2, .2, .9, 1], [false, true, false, true, false, false, true, true], 4);
        Assert.Equal([6, 2], curve.Select(bin => bin.Count));
    }

    [Fact]
    public void Bins_without_rows_are_left_out_and_certainty_is_in_the_last()
    {
        Assert.Equal([new(0, 0, 1), new(1, 1, 2)], ReliabilityCurve.EqualWidth([1, 0, 1], [true, false, true], 10));
        Assert.Empty(ReliabilityCurve.EqualCount([], [], 10));
    }

    [Fact]
    public void Binary_scores_are_those_of_the_reference()
    {
        Assert.Equal(0.1807125, BinaryScores.Brier(Probabilities, Positives), 12);
        Assert.Equal(0.5255732170230547, BinaryScores.LogLoss(Probabilities, Positives), 12);
        Assert.Equal(0.11375, BinaryScores.CalibrationError(Probabilities, Positives, bins: 5), 12);
    }

    [Fact]
    public void A_promise_that_is_kept_has_no_calibration_error() =>
        Assert.Equal(0, BinaryScores.CalibrationError([.25, .25, .25, .25, 1], [false, true, false, false, true]), 12);

    private static void Equal(double[] expected, IEnumerable<double> actual) =>
        Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-12);
}
