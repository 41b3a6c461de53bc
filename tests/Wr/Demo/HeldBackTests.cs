using WorkflowRecovery.Wr.Demo;

namespace WorkflowRecovery.Wr.Tests.Demo;

public sealed class HeldBackTests
{
    private static readonly (string Workflow, int Task, bool Errors)[] History =
    [
        ("a", 1, true), ("b", 1, true), ("c", 1, true), ("b", 2, false), ("c", 2, true), ("d", 1, false), ("c", 3, true),
    ];

    [Fact]
    public void The_last_tasks_with_errors_become_events()
    {
        var parts = Cut(2);

        Assert.Equal([("c", 2, true), ("c", 3, true)], parts.Events);
    }

    [Fact]
    public void Siblings_of_an_event_are_held_back_but_are_no_events()
    {
        var parts = Cut(2);

        Assert.Equal([("a", 1, true), ("b", 1, true), ("b", 2, false), ("d", 1, false)], parts.Past);
    }

    [Fact]
    public void More_events_than_there_are_leave_no_past_with_errors()
    {
        var parts = Cut(99);

        Assert.Equal(5, parts.Events.Count);
        Assert.Equal([("d", 1, false)], parts.Past);
    }

    private static HeldBack<(string Workflow, int Task, bool Errors)> Cut(int events) =>
        HeldBack<(string Workflow, int Task, bool Errors)>.Of(History, events, task => task.Workflow, task => task.Errors);
}
