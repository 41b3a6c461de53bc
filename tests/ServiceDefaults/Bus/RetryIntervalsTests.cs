using WorkflowRecovery.ServiceDefaults.Bus;

namespace WorkflowRecovery.ServiceDefaults.Tests.Bus;

public sealed class RetryIntervalsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(25)]
    public void Attempts_go_on_for_the_time_that_is_asked_for_and_hardly_longer(int minutes)
    {
        var total = RetryIntervals.Over(TimeSpan.FromMinutes(minutes)).Aggregate(TimeSpan.Zero, (sum, next) => sum + next);

        Assert.InRange(total, TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(minutes) + TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void The_first_attempts_come_soon_and_none_waits_longer_than_half_a_minute()
    {
        var intervals = RetryIntervals.Over(TimeSpan.FromMinutes(10));

        Assert.Equal(TimeSpan.FromMilliseconds(100), intervals[0]);
        Assert.Equal(TimeSpan.FromSeconds(30), intervals[^1]);
        Assert.All(intervals.Zip(intervals.Skip(1)), pair => Assert.InRange(pair.Second, pair.First, 2 * pair.First));
    }

    [Fact]
    public void Without_time_there_is_no_second_attempt() => Assert.Empty(RetryIntervals.Over(TimeSpan.Zero));
}
