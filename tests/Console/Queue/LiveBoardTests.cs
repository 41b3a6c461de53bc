using System.Diagnostics;
using WorkflowRecovery.Console.Queue;

namespace WorkflowRecovery.Console.Tests.Queue;

public sealed class LiveBoardTests(RunningQueue queue) : IClassFixture<RunningQueue>
{
    private readonly ReportedCase _reported = new($"pdmvserv_{Guid.NewGuid():N}", Recently(1));

    [Fact]
    public async Task A_case_appears_once_its_recommendation_went_out_with_all_that_the_queue_shows()
    {
        await queue.Rows.AddAsync(_reported);
        await queue.Rows.PublishAsync();
        await queue.UntilAsync(() => queue.Find(_reported.Workflow) is not null);

        var shown = Assert.Single(queue.Find(_reported.Workflow)!.Cases);

        Assert.Equal(new("acdc", 15_991, null, null, null, null), shown.Plan);
        Assert.Equal((0.9, "review", false), (shown.Confidence, shown.Disposition, shown.Blinded));
        Assert.Equal(("RunIISummer20", 85_000L, 1, 100L, 10L), (shown.Campaign, shown.Priority, shown.Attempt, shown.TotalJobs, shown.FailedJobs));
        Assert.Equal([new CodeCount(50660, 8), new(85, 2)], shown.Codes);
        Assert.Equal(["T2_US_MIT", "T1_US_FNAL"], shown.Sites);
    }

    [Fact]
    public async Task Its_next_revision_its_answer_and_the_end_of_its_workflow_are_seen_too()
    {
        await queue.Rows.AddAsync(_reported);
        await queue.Rows.ReviseAsync(_reported, 2);
        await queue.Rows.PublishAsync();
        await queue.UntilAsync(() => queue.Find(_reported.Workflow)?.Cases[0].Plan?.MemoryMb == 15_992);

        await queue.Rows.AnswerAsync(_reported, Recently(0));
        await queue.UntilAsync(() => queue.Find(_reported.Workflow)?.Cases[0].AnsweredAt is not null);

        await queue.Rows.LeaveAsync(_reported.Workflow, Recently(0));
        await queue.UntilAsync(() => queue.Find(_reported.Workflow) is null);
    }

    [Fact]
    public async Task So_are_its_order_a_note_and_that_an_executor_took_it_up()
    {
        var now = TimeProvider.System.GetUtcNow();
        await queue.Rows.AddAsync(_reported);
        await queue.Rows.NoteAsync(_reported, now.AddHours(1));
        await queue.UntilAsync(() => queue.Find(_reported.Workflow)?.StateAt(now) == QueueState.Waiting);

        await queue.Rows.OrderAsync(_reported, "pending");
        await queue.UntilAsync(() => queue.Find(_reported.Workflow)?.StateAt(now) == QueueState.Pending);
        Assert.Equal(new("pending", "acdc", "ann"), queue.Find(_reported.Workflow)!.Cases[0].Order);

        await queue.Rows.TakeAsync(_reported);
        await queue.UntilAsync(() => queue.Find(_reported.Workflow)?.StateAt(now) == QueueState.Taken);
    }

    [Fact]
    public async Task A_note_that_is_closed_is_gone_from_the_queue()
    {
        var now = TimeProvider.System.GetUtcNow();
        await queue.Rows.AddAsync(_reported);
        await queue.Rows.NoteAsync(_reported, now.AddHours(1));
        await queue.UntilAsync(() => queue.Find(_reported.Workflow)?.Cases[0].Note is { By: "ann" });

        await queue.Rows.CloseNotesAsync(_reported.Workflow);

        await queue.UntilAsync(() => queue.Find(_reported.Workflow)?.Cases[0] is { Note: null });
        Assert.Equal(QueueState.ToDecide, queue.Find(_reported.Workflow)!.StateAt(now));
    }

    [Fact]
    public async Task A_blinded_case_shows_nothing_of_what_is_thought_of_it()
    {
        await queue.Rows.AddAsync(_reported with { Blinded = true, Action = "clone" });
        await queue.Rows.PublishAsync();
        await queue.UntilAsync(() => queue.Find(_reported.Workflow) is not null);

        var shown = Assert.Single(queue.Find(_reported.Workflow)!.Cases);

        Assert.Equal((true, null, null, null), (shown.Blinded, shown.Plan, shown.Confidence, shown.Why));
    }

    [Fact]
    public async Task What_happened_while_the_connection_was_lost_is_read_once_it_is_back()
    {
        var other = new ReportedCase($"pdmvserv_{Guid.NewGuid():N}", Recently(2)) { Action = null, Disposition = "abstained", Why = "too few like it" };
        await queue.Rows.AddAsync(_reported, other);
        await queue.DisconnectAsync();

        await queue.UntilAsync(() => queue.Find(_reported.Workflow) is not null);

        Assert.Equal("too few like it", Assert.Single(queue.Find(other.Workflow)!.Cases).Why);
    }

    [Fact]
    public async Task Only_the_newest_round_counts_and_only_for_so_long_back()
    {
        var newer = _reported with { ReportedAt = Recently(0) };
        var old = new ReportedCase($"pdmvserv_{Guid.NewGuid():N}", Recently(24 * 11));
        var gone = new ReportedCase($"pdmvserv_{Guid.NewGuid():N}", Recently(3));
        await queue.Rows.LeaveAsync(gone.Workflow, Recently(2));
        await queue.Rows.AddAsync(_reported, newer, old, gone);

        var found = await new QueueReader(queue.Database).OfAsync(
            [.. new[] { _reported, newer, old, gone }.Select(reported => reported.EventId)], Recently(24 * 10), TestContext.Current.CancellationToken);

        Assert.Equal(newer.EventId, Assert.Single(found).EventId);
    }

    [Fact]
    public async Task Fifteen_thousand_cases_are_read_within_seconds()
    {
        var many = Enumerable.Range(0, 15_000).Select(number => new ReportedCase($"many_{Guid.NewGuid():N}", Recently(1 + (number % 100)), $"Task{number % 3}")).ToList();
        await queue.Rows.AddAsync(many);
        var begun = Stopwatch.GetTimestamp();

        var found = await new QueueReader(queue.Database).AllAsync(Recently(24 * 10), TestContext.Current.CancellationToken);

        Assert.InRange(Stopwatch.GetElapsedTime(begun).TotalSeconds, 0, 20);
        Assert.InRange(found.Count, 15_000, 15_100);
        Assert.NotEmpty(await new QueueReader(queue.Database).MarksAsync(Recently(24 * 10), TestContext.Current.CancellationToken));
    }

    private static DateTimeOffset Recently(int hoursAgo)
    {
        var time = TimeProvider.System.GetUtcNow().AddHours(-hoursAgo);
        return new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }
}
