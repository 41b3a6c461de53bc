using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Inventory;
using WorkflowRecovery.Learning.Tests.Views;

namespace WorkflowRecovery.Learning.Tests.Inventory;

public sealed class ActionTableTests
{
    private static readonly RecoveryAction Plain = new(RecoveryActionKind.Acdc) { Sites = ["T2_US_MIT"] };
    private static readonly RecoveryAction Clone = new(RecoveryActionKind.Clone);

    /// <summary>The talk's six rows in its order.</summary>
    private static readonly RecoveryAction[] OfTalk =
        [Plain, Clone, Plain with { MemoryMb = 32_000 }, Plain with { MemoryMb = 15_200 }, Plain with { MemoryMb = 4000 }, Plain with { Splitting = "10x" }];

    [Fact]
    public void Rows_come_with_their_rates_the_commonest_first_and_equal_ones_by_name()
    {
        var onHold = new RecoveryAction(RecoveryActionKind.OnHold);
        var rates = ActionTable.Of(Recorded(onHold, Plain, Clone, Plain with { Xrootd = true }, Plain with { MemoryMb = 20_000 }, Plain, Plain with { MemoryMb = 28_000 }, Plain));

        Assert.Equal(
            [("ACDC", 4, 0.5), ("ACDC, memory 20-30 GB", 2, 0.25), ("clone", 1, 0.125), ("on-hold", 1, 0.125)],
            rates.Select(rate => (rate.Row.ToString(), rate.Count, rate.Rate)));
    }

    [Fact]
    public void No_tasks_have_no_rows() => Assert.Empty(ActionTable.Of([]));

    [Fact]
    public void Each_of_the_talks_six_rows_is_found_by_itself_alone()
    {
        for (var at = 0; at < OfTalk.Length; at++)
            Assert.Equal([at], RowsOf(OfTalk[at]));
    }

    [Fact]
    public void The_talks_memory_rows_meet_without_a_gap()
    {
        Assert.Equal([4], RowsOf(Plain with { MemoryMb = 9999 }));
        Assert.Equal([3], RowsOf(Plain with { MemoryMb = 10_000 }));
        Assert.Equal([3], RowsOf(Plain with { MemoryMb = 19_999 }));
        Assert.Equal([2], RowsOf(Plain with { MemoryMb = 20_000 }));
        Assert.Equal([2], RowsOf(Plain with { MemoryMb = 180_000 }));
    }

    [Fact]
    public void No_order_is_in_two_of_the_talks_rows_and_one_more_change_takes_it_out_of_all()
    {
        foreach (var order in OfTalk)
        {
            Assert.Empty(RowsOf(order with { Xrootd = false }));
            Assert.Empty(RowsOf(order with { Cores = 8 }));
            Assert.Empty(RowsOf(order with { Sites = order.Sites.IsEmpty ? ["T2_US_MIT"] : [] }));
            Assert.Empty(RowsOf(order with { Splitting = "2x" }));
        }
    }

    [Fact]
    public void The_talks_rates_and_the_rest_are_about_everything() =>
        Assert.InRange(ActionTable.Talk.Sum(row => row.Rate) + ActionTable.TalkOtherRate, 1, 1.001);

    private static int[] RowsOf(RecoveryAction order) => [.. ActionTable.Talk.Index().Where(row => row.Item.Is(ActionRow.Of(order))).Select(row => row.Index)];

    private static List<RecordedTask> Recorded(params RecoveryAction[] orders) => [.. orders.Select(order => Matrices.Recorded(order))];
}
