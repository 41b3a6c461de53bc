using WorkflowRecovery.Console.Errors;

namespace WorkflowRecovery.Console.Tests.Errors;

public sealed class OrderShareTests
{
    [Fact]
    public void A_share_stands_beside_that_of_all_orders() => Assert.Equal(
        [new OrderShare("acdc, memory", 6, 0.6, 0.1), new OrderShare("acdc", 4, 0.4, 0.8)],
        OrderShare.Of([new("acdc", 4), new("acdc, memory", 6)], [new("acdc", 80), new("acdc, memory", 10), new("clone", 10)]));

    [Fact]
    public void Without_orders_there_is_nothing_to_share() => Assert.Empty(OrderShare.Of([], [new("acdc", 1)]));

    [Fact]
    public void A_trend_says_whether_it_grows() => Assert.Equal(
        "failed jobs per day of 14 days: at most 3; 21 in the last 7, more than the 0 of the 7 before",
        Trend.Of([0, 0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3]));
}
