using WorkflowRecovery.Scorer.Decisions;

namespace WorkflowRecovery.Scorer.Tests.Decisions;

public sealed class OrderRefusalTests
{
    private static readonly OrderedCase Open = new(
        "review", IsOver: false, Expired: false, Taken: false, TakenBack: false, Changed: false, LacksSite: false, LacksMemory: false);

    [Theory]
    [InlineData("review")]
    [InlineData("abstained")]
    [InlineData("withdrawn")]
    public void An_open_case_may_be_ordered_also_after_an_undo(string disposition) => Assert.Null(OrderRefusal.Why(Open with { Disposition = disposition }));

    [Theory]
    [InlineData("review")]
    [InlineData("abstained")]
    [InlineData("approved")]
    [InlineData("automatic")]
    public void So_may_one_that_nobody_answered_or_took_up_in_time(string disposition) =>
        Assert.Null(OrderRefusal.Why(Open with { Disposition = disposition, Expired = true }));

    [Fact]
    public void Everything_that_forbids_an_order_says_so()
    {
        OrderedCase?[] forbidden =
        [
            null, Open with { Disposition = "automatic" }, Open with { Disposition = "approved" }, Open with { IsOver = true }, Open with { Taken = true },
            Open with { TakenBack = true }, Open with { Changed = true }, Open with { LacksSite = true }, Open with { LacksMemory = true },
        ];

        Assert.Equal(forbidden.Length, forbidden.Select(OrderRefusal.Why).OfType<string>().Distinct().Count());
    }
}
