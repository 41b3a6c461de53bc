using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Tests.Evaluation;

/// <summary>The expected numbers were computed with numpy from the covariance of all pairs, as the formula is written.</summary>
public sealed class DeLongTests
{
    private static readonly double[] Scores = [.1, .4, .35, .8, .4, .4, .9, .2, .35, .6];
    private static readonly double[] Others = [.3, .5, .2, .7, .6, .1, .8, .4, .45, .55];
    private static readonly bool[] Positives = [false, false, true, true, true, false, true, false, false, true];

    [Fact]
    public void The_standard_error_is_that_of_all_pairs()
    {
        var estimate = DeLong.Of(Scores, Positives)!;
        Assert.Equal(0.86, estimate.Area, 12);
        Assert.Equal(0.119163752878129, estimate.StandardError, 12);
    }

    [Fact]
    public void The_interval_is_normal_and_ends_at_one()
    {
        var (low, high) = DeLong.Of(Others, Positives)!.Interval();
        Assert.Equal(0.5167544587733959, low, 9);
        Assert.Equal(1, high);
    }

    [Fact]
    public void The_difference_of_two_scores_knows_that_they_share_their_rows()
    {
        var difference = DeLong.Difference(Scores, Others, Positives)!;
        Assert.Equal(0.02, difference.Difference, 12);
        Assert.Equal(0.12569805089976538, difference.StandardError, 12);
        Assert.Equal(0.8735810619624449, difference.PValue, 9);
        Assert.Equal(0.02, (difference.Interval().Low + difference.Interval().High) / 2, 12);
    }

    [Fact]
    public void A_score_does_not_differ_from_itself()
    {
        var difference = DeLong.Difference(Scores, Scores, Positives)!;
        Assert.Equal((0.0, 0.0, 1.0), (difference.Difference, difference.StandardError, difference.PValue));
    }

    [Fact]
    public void The_interval_holds_the_true_area_about_as_often_as_it_says()
    {
        var random = new Random(5);
        var held = Enumerable.Range(0, 400).Count(_ =>
        {
            bool[] positives = [.. Enumerable.Range(0, 150).Select(row => row % 3 == 0)];
            double[] scores = [.. positives.Select(positive => random.NextDouble() + (positive ? 0.5 : 0))];
            var (low, high) = DeLong.Of(scores, positives)!.Interval(0.9);
            return low <= 0.875 && 0.875 <= high; // 1 - (1 - 0.5)^2 / 2
        });
        Assert.InRange(held / 400.0, 0.85, 0.95);
    }

    [Fact]
    public void One_positive_tells_no_variance()
    {
        Assert.Null(DeLong.Of([.1, .2, .3], [true, false, false]));
        Assert.Null(DeLong.Difference([.1, .2, .3], [.1, .2, .3], [true, true, false]));
    }
}
