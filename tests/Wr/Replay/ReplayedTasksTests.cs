using WorkflowRecovery.Wr.Replay;
using WorkflowRecovery.Wr.Tests.History;

namespace WorkflowRecovery.Wr.Tests.Replay;

public sealed class ReplayedTasksTests
{
    [Fact]
    public void A_replayed_task_comes_with_what_was_reported_around_it_before_and_not_after()
    {
        var (first, later) = (Tasks.Past("first"), Tasks.Past("later"));
        later = later with { Event = later.Event with { ReportedAt = Tasks.Noon.AddHours(8) } };

        var replayed = ReplayedTasks.Of([later, first]);

        Assert.Equal(["later", "first"], replayed.Select(task => task.Event.Workflow));
        Assert.Equal((0, 1, 1, 1), (replayed[0].Around!.SixHours.Tasks, replayed[0].Around!.Day.Tasks, replayed[0].Around!.Day.SameCode, replayed[0].Around!.Week.Workflows));
        Assert.Equal(0, replayed[1].Around!.Week.Tasks);
    }
}
