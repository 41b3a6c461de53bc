using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Wr.History;

namespace WorkflowRecovery.Wr.Tests.History;

public sealed class PastTaskReaderTests
{
    private const string Dated = "pdmvserv_task_EXO-RunIIFall17wmLHEGS-00911__v1_T_190328_082645_5620";

    [Fact]
    public void The_time_of_the_extras_wins_over_the_date_in_the_name()
    {
        var task = PastTaskReader.Of(Record(Dated), new TaskExtras { ReportedAt = Tasks.Noon }, null)!;

        Assert.Equal(Tasks.Noon, task.Event.ReportedAt);
        Assert.Equal(Tasks.Noon, task.Action.RecordedAt);
        Assert.Equal("extras", task.TimeSource);
    }

    [Fact]
    public void Without_extras_the_date_in_the_name_is_the_time_and_says_so()
    {
        var task = PastTaskReader.Of(Record(Dated), new TaskExtras { Cores = 8 }, null)!;

        Assert.Equal(new DateTimeOffset(2019, 3, 28, 8, 26, 45, TimeSpan.Zero), task.Event.ReportedAt);
        Assert.Equal("name", task.TimeSource);
        Assert.Equal(8, task.Event.Cores);
    }

    [Fact]
    public void A_record_without_any_time_is_none() => Assert.Null(PastTaskReader.Of(Record("nameless"), null, null));

    [Fact]
    public void Every_error_carries_its_readiness_and_every_extra_goes_into_the_event()
    {
        var extras = new TaskExtras { ReportedAt = Tasks.Noon, Campaign = "C", MemoryMb = 8000, Cores = 4, TotalJobs = 900 };

        var task = PastTaskReader.Of(Record(Dated), extras, [new TaskLog(85, "T2_CH_CERN", "text")])!;

        Assert.Equal([("T2_CH_CERN", "green"), ("T2_US_MIT", "none")], task.Event.Errors.Select(row => (row.Site, row.Readiness!)));
        Assert.Equal(("C", 8000, 4, 900L), (task.Event.Campaign!, task.Event.MemoryMb!.Value, task.Event.Cores!.Value, task.Event.TotalJobs!.Value));
        Assert.Equal("text", Assert.Single(task.Event.Logs!).Text);
    }

    [Fact]
    public void An_action_on_a_whole_workflow_is_recorded_for_the_task_of_the_record()
    {
        var record = Record(Dated) with { Action = new RecoveryAction(RecoveryActionKind.Clone) { Xrootd = true }, ParametersGiven = false };

        var task = PastTaskReader.Of(record, null, null)!;

        Assert.Equal((record.Task, "clone", "enabled", false), (task.Action.Task!, task.Action.Action, task.Action.Xrootd!, task.ParametersGiven));
    }

    private static HistoryRecord Record(string workflow) => new()
    {
        Task = $"/{workflow}/task",
        Workflow = workflow,
        Matrix = SiteErrorMatrix.Of([new MatrixCell(85, "T2_CH_CERN", Readiness.Green, 3), new MatrixCell(85, "T2_US_MIT", Readiness.None, 1)]),
        Action = new RecoveryAction(RecoveryActionKind.Acdc),
        ParametersGiven = true,
    };
}
