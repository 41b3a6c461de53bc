using CsCheck;
using WorkflowRecovery.Learning.Calibration;

namespace WorkflowRecovery.Learning.Tests.Calibration;

/// <summary>The expected numbers were computed with scikit-learn 1.2.1, those of Platt's scaling refined with SciPy's minimize.</summary>
public sealed class ScoreCalibrationTests
{
    private static readonly double[] Scores = [-2.1, -1.4, -1.3, -.9, -.4, -.2, 0, .1, .3, .7, 1.1, 1.2, 1.8, 2.5];
    private static readonly bool[] Positives = [false, false, true, false, false, false, true, false, true, true, false, true, true, true];
    private static readonly double[] Targets = [.. Positives.Select(positive => positive ? 1.0 : 0)];

    private static readonly Gen<(int Score, bool Positive, int Weight)[]> Rows =
        Gen.Select(Gen.Int[0, 20], Gen.Bool, Gen.Int[1, 5]).Array[1, 60];

    [Fact]
    public void Platts_scaling_is_that_of_the_reference()
    {
        var fitted = PlattScaling.Fit(Scores, Positives);
        Assert.Equal(0.74574634, fitted.Slope, 7);
        Assert.Equal(-0.06821142, fitted.Offset, 7);
        Assert.Equal(0.30704776, fitted.Apply(-1), 7);
        Assert.Equal(0.57558172, fitted.Apply(.5), 7);
    }

    [Fact]
    public void Scores_on_another_scale_give_the_same_probabilities()
    {
        var fitted = PlattScaling.Fit([.. Scores.Select(score => 5000 + 1000 * score)], Positives);
        Assert.Equal(0.57558172, fitted.Apply(5500), 6);
    }

    [Fact]
    public void Scores_that_part_the_classes_perfectly_do_not_make_it_certain()
    {
        var fitted = PlattScaling.Fit([1, 2, 3, 4], [false, false, true, true]);
        Assert.Equal(0.75, fitted.Apply(4), 0.1);
        Assert.Equal(0.25, fitted.Apply(1), 0.1);
    }

    [Fact]
    public void Equal_scores_get_the_smoothed_share_and_no_scores_are_even()
    {
        var smoothed = (3 * 0.8 + 1 / 3.0) / 4; // (3+1)/(3+2) for three positives, 1/(1+2) for the other
        Assert.Equal(smoothed, PlattScaling.Fit([2, 2, 2, 2], [true, true, false, true]).Apply(2), 7);
        Assert.Equal(0.5, PlattScaling.Fit([], []).Apply(7));
    }

    [Fact]
    public void The_isotonic_line_is_that_of_the_reference()
    {
        var fitted = IsotonicRegression.Fit(Scores, Targets);
        Equal([0, .125, .25, .25, 7 / 12.0, 2 / 3.0, 2 / 3.0, 5 / 6.0, 1, 1], new[] { -3, -1.35, -1.3, -.5, .2, .5, .71, 1.15, 1.5, 9 }.Select(fitted.Apply));
    }

    [Fact]
    public void Weights_and_equal_scores_are_treated_as_by_the_reference()
    {
        var scores = Scores.ToArray();
        (scores[5], scores[10]) = (scores[4], scores[9]);
        var fitted = IsotonicRegression.Fit(scores, Targets, [1, 2, 1, 3, 1, 1, .5, 1, 1, 2, 4, 1, 1, 1]);
        Equal(
            [1 / 12.0, 1 / 6.0, 0.38095238095238093, 3 / 7.0, 0.44, 0.9428571428571428, 1, 1],
            new[] { -1.35, -.5, .2, .5, .71, 1.15, 1.5, 9 }.Select(fitted.Apply));
    }

    [Fact]
    public void The_isotonic_line_never_falls() => Rows.Sample(rows =>
    {
        var fitted = FitOf(rows);
        var values = Enumerable.Range(-2, 100).Select(at => fitted.Apply(at / 4.0)).ToList();
        Assert.Equal(values.Order(), values);
    });

    [Fact]
    public void The_isotonic_line_keeps_the_weighted_mean() => Rows.Sample(rows =>
    {
        var fitted = FitOf(rows);
        Assert.Equal(rows.Sum(row => row.Weight * (row.Positive ? 1.0 : 0)), rows.Sum(row => row.Weight * fitted.Apply(row.Score)), 8);
    });

    [Fact]
    public void No_level_of_the_line_fits_better_when_moved() => Rows.Sample(rows =>
    {
        // Least squares: on each level the value is the mean of the rows on it.
        var fitted = FitOf(rows);
        foreach (var level in rows.GroupBy(row => Math.Round(fitted.Apply(row.Score), 9)))
            Assert.Equal(level.Sum(row => row.Weight * (row.Positive ? 1.0 : 0)) / level.Sum(row => row.Weight), level.Key, 1e-8);
    });

    [Fact]
    public void Shapes_that_disagree_are_refused()
    {
        Assert.Throws<ArgumentException>(() => PlattScaling.Fit([1], []));
        Assert.Throws<ArgumentException>(() => IsotonicRegression.Fit([], []));
        Assert.Throws<ArgumentException>(() => IsotonicRegression.Fit([1], [1], []));
    }

    private static IsotonicRegression FitOf((int Score, bool Positive, int Weight)[] rows) => IsotonicRegression.Fit(
        [.. rows.Select(row => (double)row.Score)], [.. rows.Select(row => row.Positive ? 1.0 : 0)], [.. rows.Select(row => (double)row.Weight)]);

    private static void Equal(double[] expected, IEnumerable<double> actual) =>
        Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-12);
}
