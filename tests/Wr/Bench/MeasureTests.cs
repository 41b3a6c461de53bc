using WorkflowRecovery.Wr.Bench;

namespace WorkflowRecovery.Wr.Tests.Bench;

public sealed class MeasureTests
{
    [Theory]
    [InlineData("ms", 10, 10, true)]
    [InlineData("ms", 10.1, 10, false)]
    [InlineData("events/s", 9.9, 10, false)]
    [InlineData("events/s", 11, 10, true)]
    public void A_time_stays_below_its_target_and_a_rate_above(string unit, double value, double target, bool kept) =>
        Assert.Equal(kept, new Measure("some work", value, unit, target).IsKept);

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void A_target_may_be_a_share_of_the_floor(double value, bool kept) =>
        Assert.Equal(kept, new Measure("some work", value, "ms", null, Floor: 100) { TargetTimesFloor = 0.5 }.IsKept);

    [Fact]
    public void Without_its_floor_such_a_target_is_not_missed() =>
        Assert.True(new Measure("some work", 51, "ms", null, Floor: null, "skipped") { TargetTimesFloor = 0.5 }.IsKept);
}
