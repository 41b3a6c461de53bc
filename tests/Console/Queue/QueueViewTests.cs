using WorkflowRecovery.Console.Queue;
using static WorkflowRecovery.Console.Tests.Queue.ShownCases;

namespace WorkflowRecovery.Console.Tests.Queue;

public sealed class QueueViewTests
{
    [Fact]
    public void The_newest_workflow_comes_first_or_the_one_whose_failed_jobs_weigh_most()
    {
        var queue = QueueOf(
            Case("old", hoursAgo: 9) with { FailedJobs = 150 }, Case("new"),
            Case("urgent", hoursAgo: 5) with { FailedJobs = 100, Priority = 110_000 });

        Assert.Equal(["new", "urgent", "old"], Shown(queue, QueueFilter.All));
        Assert.Equal(["urgent", "old", "new"], Shown(queue, QueueFilter.All, QueueSort.Cost));
    }

    [Fact]
    public void Every_filter_finds_its_workflow_and_all_must_hold_for_one_task()
    {
        var queue = QueueOf(
            Case("one", "First") with { Campaign = "A", Plan = new("clone", null, null, null, null, null), Disposition = "automatic", Codes = [new(8020, 1)], Sites = ["T2_DE_DESY"] },
            Case("one", "Second"),
            Case("two") with { Plan = null, Disposition = "abstained", Why = "too few like it" });

        Assert.Equal(["one"], Shown(queue, new() { Campaign = "A" }));
        Assert.Equal(["one"], Shown(queue, new() { Action = "clone" }));
        Assert.Equal(["two"], Shown(queue, new() { Action = QueueFilter.NoAction }));
        Assert.Equal(["two"], Shown(queue, new() { Disposition = "abstained" }));
        Assert.Equal(["one"], Shown(queue, new() { Code = 8020 }));
        Assert.Equal(["one"], Shown(queue, new() { Site = "T2_DE_DESY" }));
        Assert.Equal(["one"], Shown(queue, new() { State = QueueState.Automatic }));
        Assert.Equal(["one"], Shown(queue, new() { Text = " second ONE" }));
        Assert.Equal(["two"], Shown(queue, new() { Text = "few like" }));
        Assert.Empty(Shown(queue, new() { Code = 8020, Action = "acdc" }));
    }

    [Fact]
    public void Workflows_are_counted_by_the_state_of_the_task_that_is_furthest_from_done_whatever_state_is_shown()
    {
        var queue = QueueOf(
            Case("one", "First") with { AnsweredAt = Now }, Case("one", "Second"), Case("two") with { AnsweredAt = Now }, Case("three") with { Disposition = "automatic", ExpiresAt = Now });

        var view = QueueView.From(queue, new(new() { State = QueueState.Ordered }, QueueSort.Newest), Now);

        Assert.Equal((1, 1, 1), (view.Counts[QueueState.ToDecide], view.Counts[QueueState.Ordered], view.Counts[QueueState.Expired]));
        Assert.Equal(["one", "two"], view.Workflows.Select(workflow => workflow.Name).Order(StringComparer.Ordinal));
    }

    public static TheoryData<QueueState, QueueCase> States { get; } = new()
    {
        { QueueState.ToDecide, Case() },
        { QueueState.ToDecide, Case() with { Disposition = "abstained", Plan = null } },
        { QueueState.ToDecide, Case() with { ExpiresAt = Now } },
        { QueueState.ToDecide, Case() with { Disposition = "withdrawn" } },
        { QueueState.Expired, Case() with { Disposition = "automatic", ExpiresAt = Now } },
        { QueueState.Expired, Case() with { Disposition = "approved", ExpiresAt = Now, Order = new("approved", "acdc", "ann") } },
        { QueueState.Automatic, Case() with { Disposition = "automatic" } },
        { QueueState.Ordered, Case() with { AnsweredAt = Now, ExpiresAt = Now } },
        { QueueState.Ordered, Case() with { Disposition = "approved" } },
        { QueueState.Pending, Case() with { Order = new("pending", "acdc", "ann") } },
        { QueueState.Ordered, Case() with { Order = new("sent", "acdc", "ann") } },
        { QueueState.Taken, Case() with { IsTaken = true, AnsweredAt = Now } },
        { QueueState.Waiting, Case() with { Note = new(Guid.NewGuid(), Now.AddHours(1), "ann", null) } },
        { QueueState.ToDecide, Case() with { Note = new(Guid.NewGuid(), Now, "ann", null) } },
        { QueueState.Escalated, Case() with { Note = new(Guid.NewGuid(), null, "ann", "site") } },
    };

    [Theory]
    [MemberData(nameof(States))]
    public void A_case_waits_for_one_thing(QueueState state, QueueCase task) => Assert.Equal(state, QueueStates.Of(task, Now));

    [Fact]
    public void What_an_address_says_is_what_it_is_made_of()
    {
        var query = QueueQuery.Of("A&B", "acdc", "review", "to-decide", -1, "T2_US_MIT", "some text", "cost");

        var words = query.ToParameters();

        Assert.Equal(query.ToParameters(), QueueQuery.Of(
            (string?)words["campaign"], (string?)words["action"], (string?)words["disposition"], (string?)words["state"], (int?)words["code"],
            (string?)words["site"], (string?)words["q"], (string?)words["sort"]).ToParameters());
        Assert.All(QueueQuery.Of(" ", "", null, "no such", null, null, "", "?").ToParameters().Values, Assert.Null);
    }

    private static IEnumerable<string> Shown(QueueSnapshot queue, QueueFilter filter, QueueSort sort = QueueSort.Newest) =>
        QueueView.From(queue, new(filter, sort), Now).Workflows.Select(workflow => workflow.Name);
}
