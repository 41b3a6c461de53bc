using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Wr.Study;
using WorkflowRecovery.Wr.Tests.History;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class StudyTasksTests
{
    [Fact]
    public void An_order_on_a_whole_workflow_is_one_decision_however_many_tasks_it_has()
    {
        var tasks = StudyTasks.Of([Of("w", "a", "clone"), Of("w", "b", "clone"), Of("w", "c", "clone"), Of("other", "a", "clone")]);

        Assert.Equal([1.0 / 3, 1.0 / 3, 1.0 / 3, 1], tasks.OrderBy(task => task.Report.Workflow == "other").Select(task => task.Weight));
    }

    [Fact]
    public void An_acdc_is_ordered_task_by_task_and_does_not_share_its_weight()
    {
        var tasks = StudyTasks.Of([Of("w", "a", "acdc"), Of("w", "b", "clone"), Of("w", "c", "recovery")]);

        Assert.All(tasks, task => Assert.Equal(1, task.Weight));
    }

    [Fact]
    public void A_task_without_errors_is_left_out_but_others_see_it_around_them()
    {
        var empty = Of("w", "a", "acdc");
        empty = empty with { Event = empty.Event with { Errors = [] } };

        var task = Assert.Single(StudyTasks.Of([empty, Of("later", "b", "acdc", hours: 2)]));

        Assert.Equal("/later/b", task.Report.Task);
        Assert.Equal(1, task.Report.Around!.Day.Tasks);
    }

    [Fact]
    public void A_cell_of_no_failed_job_is_no_error()
    {
        var past = Of("w", "a", "acdc");

        Assert.Empty(StudyTasks.Of([past with { Event = past.Event with { Errors = [Tasks.Row("T2_CH_CERN", "green", count: 0)] } }]));
    }

    [Fact]
    public void Tasks_come_in_the_order_of_time_and_those_of_one_moment_by_their_path()
    {
        var tasks = StudyTasks.Of([Of("w", "z", "acdc", hours: 1), Of("w", "b", "acdc"), Of("w", "B", "acdc"), Of("v", "a", "acdc", hours: -1)]);

        Assert.Equal(["/v/a", "/w/B", "/w/b", "/w/z"], tasks.Select(task => task.Report.Task));
    }

    [Theory]
    [InlineData("enabled", true)]
    [InlineData("disabled", false)]
    [InlineData(null, null)]
    public void A_switch_is_on_off_or_not_touched(string? word, bool? expected)
    {
        var past = Of("w", "a", "acdc");

        var action = StudyTasks.Of([past with { Action = past.Action with { Xrootd = word, Secondary = word } }])[0].Action;

        Assert.Equal((expected, expected), (action.Xrootd, action.Secondary));
    }

    [Fact]
    public void An_order_keeps_what_it_sets()
    {
        var past = Tasks.Past("w", "acdc", memoryMb: 8000, splitting: "10x");

        var task = StudyTasks.Of([past with { Action = past.Action with { Cores = 4, Sites = ["T2_CH_CERN"] } }])[0];

        Assert.Equal(new RecoveryAction(RecoveryActionKind.Acdc) { MemoryMb = 8000, Splitting = "10x", Cores = 4, Sites = ["T2_CH_CERN"] }, task.Action);
        Assert.True(task.ParametersGiven);
        Assert.Equal(Readiness.Green, task.Report.Matrix.Cells.Single().Readiness);
    }

    [Fact]
    public void Rounds_and_siblings_of_a_request_are_one_family()
    {
        var tasks = StudyTasks.Of(
        [
            Of("me_task_TOP-RunIIFall17-00001__v1_T_190301_120000_1", "a", "acdc"),
            Of("you_ACDC0_task_TOP-RunIIFall17-00001__v1_T_190302_120000_2", "a", "acdc"),
        ]);

        Assert.Single(tasks.Select(task => task.Family).Distinct());
    }

    [Fact]
    public void An_action_that_nobody_knows_is_refused_by_name() =>
        Assert.Contains("'dance'", Assert.Throws<InvalidDataException>(() => StudyTasks.Of([Of("w", "a", "dance")])).Message);

    private static PastTask Of(string workflow, string task, string action, int hours = 0)
    {
        var past = Tasks.Past(workflow, action);
        return past with { Event = past.Event with { Task = $"/{workflow}/{task}", ReportedAt = past.Event.ReportedAt.AddHours(hours) } };
    }
}
