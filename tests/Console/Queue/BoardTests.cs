using WorkflowRecovery.Console.Queue;
using static WorkflowRecovery.Console.Tests.Queue.ShownCases;

namespace WorkflowRecovery.Console.Tests.Queue;

public sealed class BoardTests
{
    private readonly QueueBoard _board = new();

    [Fact]
    public void A_new_round_takes_the_place_of_the_old_one_whichever_is_heard_of_first()
    {
        var (old, young) = (Case(hoursAgo: 9), Case(hoursAgo: 1));
        _board.Apply([], [old]);
        _board.Apply([young.EventId], [young]);
        _board.Apply([old.EventId], [old]);

        Assert.Equal([young], Assert.Single(_board.Current.Workflows).Cases);
    }

    [Fact]
    public void An_older_revision_that_was_read_before_a_newer_one_changes_nothing()
    {
        var task = Case();
        _board.Apply([], [task with { Revision = 2 }]);
        _board.Apply([task.EventId], [task]);

        Assert.Equal(2, Assert.Single(_board.Current.Workflows).Cases[0].Revision);
    }

    [Fact]
    public void What_was_asked_for_and_not_found_is_gone_and_a_workflow_without_tasks_too()
    {
        var (one, two) = (Case("one"), Case("two"));
        _board.Apply([], [one, two]);
        _board.Apply([one.EventId], []);

        Assert.Equal("two", Assert.Single(_board.Current.Workflows).Name);
    }

    [Fact]
    public void Only_what_is_new_changed_or_gone_is_to_be_read_again()
    {
        var (same, answered, gone, fresh) = (Case("same"), Case("answered"), Case("gone"), Case("fresh"));
        _board.Apply([], [same, answered, gone]);

        var stale = _board.StaleAgainst([QueueMark.Of(same), QueueMark.Of(answered) with { AnsweredAt = Now }, QueueMark.Of(fresh)]);

        Assert.Equal(new[] { answered.EventId, fresh.EventId, gone.EventId }.Order(), stale.Order());
    }

    [Fact]
    public void A_snapshot_stays_as_it_is_while_others_write()
    {
        _board.Apply([], [Case("first")]);
        var before = _board.Current;
        Parallel.For(0, 200, number => _board.Apply([], [Case($"w{number}")]));

        Assert.Single(before.Workflows);
        Assert.Equal(201, _board.Current.Workflows.Count);
    }
}
