using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Scorer.Scoring;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Tests.Scoring;

public sealed class MatrixReadingTests
{
    private static readonly MatrixStored Stored = new()
    {
        EventId = Guid.NewGuid(),
        MatrixId = Guid.NewGuid(),
        MatrixRevision = 1,
        Cause = "reported",
        Event = Tasks.Of(Tasks.Error(85)) with { Campaign = "Run2018", MemoryMb = 8000, TotalJobs = 77 },
        UnavailableSites = [],
    };

    [Fact]
    public void What_was_reported_of_a_task_is_what_models_look_at()
    {
        var task = MatrixReading.TaskOf(Stored);

        Assert.Equal((Stored.Event.Workflow, Stored.Event.Task, Stored.Event.ReportedAt), (task.Workflow, task.Task, task.ReportedAt));
        Assert.Equal(("Run2018", 8000, 4, 77), (task.Campaign, task.MemoryMb, task.Cores, task.TotalJobs));
        Assert.Equal(Stored.Event.MatrixOf(), task.Matrix);
        Assert.Null(task.Around);
    }

    [Fact]
    public void What_was_reported_around_it_is_seen_as_it_was_sent()
    {
        var around = new ReportedAround
        {
            SixHours = new(1, 2, 3, 4, 5, 6), Day = new(12, 13, 14, 15, 16, 17), Week = new(18, 19, 20, 21, 22, 23),
            Siblings = new(7, 8, 9, 10, 11, [0.5, 0.25, 0.125, 0.125, 0]), EarlierReports = 2, SinceLast = new TimeSpan(3, 4, 5, 6, 7),
        };

        Assert.Equal(WireJson.Write(around), WireJson.Write(MatrixReading.TaskOf(Stored with { Around = around }).Around));
    }
}
