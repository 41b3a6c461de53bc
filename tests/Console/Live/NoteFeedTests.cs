using Microsoft.Extensions.Logging.Abstractions;
using WorkflowRecovery.Console.Live;
using WorkflowRecovery.Console.Tests.Queue;

namespace WorkflowRecovery.Console.Tests.Live;

public sealed class NoteFeedTests(RunningQueue queue) : IClassFixture<RunningQueue>
{
    [Fact]
    public async Task A_note_and_its_end_are_told_to_those_who_show_its_workflow_and_nobody_reads_everything_again()
    {
        var reported = new ReportedCase($"pdmvserv_{Guid.NewGuid():N}", TimeProvider.System.GetUtcNow());
        using var notifications = queue.NewNotifications();
        using var feed = new CaseFeed(notifications, TimeProvider.System, NullLogger<CaseFeed>.Instance);
        var (missed, noted) = (0, new List<string>());
        var (listening, told) = (new TaskCompletionSource(), new TaskCompletionSource());
        feed.Missed += () => listening.TrySetResult();
        feed.Missed += () => missed++;
        feed.Noted += workflow =>
        {
            noted.Add(workflow);
            if (noted.Count == 2)
                told.TrySetResult();
        };
        await notifications.StartAsync(CancellationToken.None);
        await listening.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        await queue.Rows.NoteAsync(reported, reported.ReportedAt.AddHours(1));
        await queue.Rows.CloseNotesAsync(reported.Workflow);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await notifications.StopAsync(CancellationToken.None);

        Assert.Equal([reported.Workflow, reported.Workflow], noted);
        Assert.Equal(1, missed);
    }
}
