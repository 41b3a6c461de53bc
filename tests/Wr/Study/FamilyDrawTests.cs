using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class FamilyDrawTests
{
    [Fact]
    public void A_family_draws_the_same_number_for_ever() =>
        Assert.Equal(0.5591, FamilyDraw.Of("TOP-RunIIFall17-00001", "sample"), 4);

    [Fact]
    public void Another_purpose_is_another_draw() =>
        Assert.NotEqual(FamilyDraw.Of("a", "share 1"), FamilyDraw.Of("a", "share 2"));

    [Fact]
    public void The_numbers_are_evenly_spread_from_0_to_below_1()
    {
        var numbers = Enumerable.Range(0, 10_000).Select(at => FamilyDraw.Of($"family {at}", "sample")).ToList();

        Assert.All(numbers, number => Assert.InRange(number, 0, 1 - 1e-12));
        Assert.All(Enumerable.Range(0, 10), tenth => Assert.InRange(numbers.Count(number => (int)(number * 10) == tenth), 900, 1100));
    }

    [Fact]
    public void A_sample_takes_whole_families_and_keeps_the_order()
    {
        var all = Made.Tasks(2000);
        var sample = Made.Source(all).Sample(500).Tasks;

        Assert.Equal(sample, sample.OrderBy(task => task.Report.ReportedAt));
        Assert.All(sample.CountBy(task => task.Family), family => Assert.Equal(2, family.Value));
    }

    [Fact]
    public void A_sample_is_about_as_large_as_asked_for_and_the_same_each_time()
    {
        var source = Made.Source(Made.Tasks(4000));

        Assert.InRange(source.Sample(1000).Tasks.Count, 850, 1150);
        Assert.Equal(source.Sample(1000).Tasks, source.Sample(1000).Tasks);
    }

    [Fact]
    public void A_small_sample_is_part_of_a_larger_one()
    {
        var source = Made.Source(Made.Tasks(2000));

        Assert.Subset(source.Sample(1000).Tasks.ToHashSet(), source.Sample(300).Tasks.ToHashSet());
    }

    [Fact]
    public void Who_asks_for_more_than_there_is_gets_all()
    {
        var source = Made.Source(Made.Tasks(20));

        Assert.Same(source, source.Sample(20));
    }
}
