using WorkflowRecovery.Scorer.Decisions;

namespace WorkflowRecovery.Scorer.Tests.Decisions;

public sealed class OrderRefusalTests
{
    private static readonly OrderedCase Open = new("review", IsOver: false, Expired: false, Taken: false, TakenBack: false, LacksSite: false);

    [Theory]
    [InlineData("review")]
    [InlineData("abstained")]
    [InlineData("withdrawn")]
    public void An_open_case_may_be_ordered_also_after_an_undo(string disposition) => Assert.Null(OrderRefusal.Why(Open with { Disposition = disposition }));

    [Theory]
    [InlineData("review")]
    [InlineData("abstained")]
    [InlineData("automatic")]
    [InlineData("approved")]
    public void What_expired_may_be_ordered_also_when_it_was_to_be_done_and_nobody_did(string disposition) =>
        Assert.Null(OrderRefusal.Why(Open with { Disposition = disposition, Expired = true }));

    [Fact]
    public void Everything_that_forbids_an_order_says_so()
    {
        OrderedCase?[] forbidden =
        [
            null, Open with { Disposition = "automatic" }, Open with { Disposition = "approved" }, Open with { IsOver = true },
            Open with { Disposition = "approved", Expired = true, Taken = true }, Open with { TakenBack = true }, Open with { LacksSite = true },
        ];

        Assert.Equal(forbidden.Length, forbidden.Select(OrderRefusal.Why).OfType<string>().Distinct().Count());
    }
}
