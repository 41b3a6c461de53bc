using Bunit;
using WorkflowRecovery.Console.Queue;
using static WorkflowRecovery.Console.Tests.Queue.ShownCases;

namespace WorkflowRecovery.Console.Tests.Queue;

public sealed class StateMarkTests : BunitContext
{
    [Fact]
    public void What_a_note_says_is_a_text_for_those_who_listen_and_not_only_a_hint_for_those_who_point()
    {
        var noted = Case() with { Note = new(Guid.NewGuid(), Now.AddDays(1), "ann", null) };

        var mark = Render<StateMark>(one => one.Add(state => state.State, QueueState.Waiting).Add(state => state.Cases, [noted]));

        Assert.Contains("waits until 2026-03-05 12:00 UTC, noted by ann", mark.Find(".noted .unseen").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("noted", mark.Find(".noted").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void So_is_who_ordered_what()
    {
        var mark = Render<StateMark>(one => one.Add(state => state.State, QueueState.Pending).Add(state => state.Cases, [Case() with { Order = new("pending", "acdc", "ann") }]));

        Assert.Equal(("Order pending", "acdc, ordered by ann"), (mark.Find(".state").TextContent, mark.Find(".unseen").TextContent));
    }
}
