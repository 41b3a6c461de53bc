using WorkflowRecovery.Learning.Sampling;

namespace WorkflowRecovery.Learning.Tests.Sampling;

public sealed class ResamplingTests
{
    private static readonly int[] Classes = [0, 0, 0, 0, 0, 0, 1, 1, 3, 0, 0];

    [Fact]
    public void The_rarest_class_weighs_one_and_others_as_much_less_as_they_are_more() =>
        Assert.Equal([1 / 8.0, 1 / 2.0, 0, 1], ClassWeights.ByRarest(Classes, 4));

    [Fact]
    public void Balanced_weights_give_every_class_the_same_sum()
    {
        var weights = ClassWeights.Balanced(Classes, 4); // as scikit-learn's compute_class_weight("balanced")
        Assert.Equal([11 / 24.0, 11 / 6.0, 0, 11 / 3.0], weights);
        Assert.Equal(11, ClassWeights.OfRows(weights, Classes).Sum(), 12);
    }

    [Fact]
    public void Rare_rows_are_repeated_up_to_the_ratio()
    {
        var rows = MinorityResampling.Repeat(Classes, 4, 0.5, seed: 1);
        Assert.Equal(Enumerable.Range(0, 11), rows.Take(11));
        Assert.Equal([8, 4, 0, 4], Enumerable.Range(0, 4).Select(@class => rows.Count(row => Classes[row] == @class)));
    }

    [Fact]
    public void Every_rare_row_is_repeated_before_one_is_repeated_again()
    {
        int[] classes = [.. Enumerable.Repeat(0, 100), .. Enumerable.Repeat(1, 7)];
        var times = MinorityResampling.Repeat(classes, 2, 1, seed: 2).Where(row => row >= 100).CountBy(row => row).Select(of => of.Value).ToList();
        Assert.Equal((100, 7), (times.Sum(), times.Count));
        Assert.All(times, of => Assert.InRange(of, 14, 15));
    }

    [Fact]
    public void The_same_seed_repeats_the_same_rows()
    {
        int[] classes = [.. Enumerable.Repeat(0, 100), .. Enumerable.Repeat(1, 30)];
        Assert.Equal(MinorityResampling.Repeat(classes, 2, 0.5, seed: 3), MinorityResampling.Repeat(classes, 2, 0.5, seed: 3));
        Assert.NotEqual(MinorityResampling.Repeat(classes, 2, 0.5, seed: 3), MinorityResampling.Repeat(classes, 2, 0.5, seed: 4));
    }

    [Fact]
    public void A_class_that_is_common_enough_is_left_alone() =>
        Assert.Equal([0, 1, 2], MinorityResampling.Repeat([0, 0, 1], 2, 0.5, seed: 3));

    [Fact]
    public void A_ratio_that_is_none_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MinorityResampling.Repeat(Classes, 4, 0, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MinorityResampling.Repeat(Classes, 4, 1.1, seed: 1));
    }
}
