using WorkflowRecovery.Rules.Orders;

namespace WorkflowRecovery.Rules.Tests.Orders;

public sealed class MemoryRaiseTests
{
    private static readonly MemoryRaise Ladder = new() { LadderMbPerCore = [1000, 2000, 3000, 4000, 6000, 8000] };

    [Theory]
    [InlineData(2000, 1, 3000)]
    [InlineData(2300, 1, 3000)]
    [InlineData(500, 1, 1000)]
    [InlineData(8000, 4, 12_000)]
    [InlineData(8000, null, null)]
    [InlineData(7999, null, 8000)]
    [InlineData(32_000, 4, null)]
    [InlineData(null, 4, null)]
    public void A_ladder_gives_the_next_step_of_each_core(int? memory, int? cores, int? expected) => Assert.Equal(expected, Ladder.Of(memory, cores));

    [Theory]
    [InlineData(2000, 1, 3000)]
    [InlineData(16_000, 8, 17_000)]
    [InlineData(int.MaxValue, 8, null)]
    [InlineData(null, 1, null)]
    public void A_step_is_added_for_the_whole_job(int? memory, int? cores, int? expected) => Assert.Equal(expected, new MemoryRaise { AddMb = 1000 }.Of(memory, cores));

    [Fact]
    public void Neither_goes_beyond_its_limit_per_core()
    {
        Assert.Equal(12_000, (Ladder with { MostMbPerCore = 3000 }).Of(8000, 4));
        Assert.Null((Ladder with { MostMbPerCore = 2999 }).Of(8000, 4));
        Assert.Equal(3000, new MemoryRaise { AddMb = 1000, MostMbPerCore = 3000 }.Of(2000, 1));
        Assert.Null(new MemoryRaise { AddMb = 1000, MostMbPerCore = 2999 }.Of(2000, 1));
    }

    [Fact]
    public void Those_that_raise_alike_are_equal()
    {
        Assert.Equal(Ladder, new MemoryRaise { LadderMbPerCore = [1000, 2000, 3000, 4000, 6000, 8000] });
        Assert.Equal(Ladder.GetHashCode(), new MemoryRaise { LadderMbPerCore = [1000, 2000, 3000, 4000, 6000, 8000] }.GetHashCode());
        Assert.NotEqual(Ladder, new MemoryRaise { LadderMbPerCore = [1000, 2000, 3000, 4000, 6000, 9000] });
        Assert.NotEqual(Ladder, Ladder with { MostMbPerCore = 2000 });
    }
}
