using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Learning.Tests.Tournaments;

public sealed class DecidedReportTests
{
    [Fact]
    public void A_workflow_counts_once_however_many_tasks_it_has_and_is_wrong_when_one_of_them_is()
    {
        List<PlannedTask> tasks = [.. Workflow("large", tasks: 40, sure: 0.9, wrong: 1), .. Enumerable.Range(0, 9).SelectMany(at => Workflow($"small-{at}", tasks: 1, sure: 0.95, wrong: 0))];

        var decided = DecidedReport.Of(tasks, tasks);

        Assert.Equal((10, 10), (decided.CalibratedOn, decided.Workflows));
        Assert.Equal([(0.99, 0.9, 0.95, 0.9, 1.0), (0.97, 0.9, 0.95, 0.9, 1), (0.95, 0.9, 0.95, 0.9, 1), (0.9, 1, 0.9, 1, 0.9)], decided.Shares.Select(share => (
            share.Agreement, share.Share.Estimate!.Value, share.Threshold!.Value, share.ShareAtThreshold, Math.Round(share.Agreed!.Estimate!.Value, 9))));
    }

    [Fact]
    public void Where_nothing_agreed_before_there_is_no_threshold()
    {
        var decided = DecidedReport.Of([.. Workflow("before", tasks: 2, sure: 0.9, wrong: 2)], [.. Workflow("after", tasks: 2, sure: 0.9, wrong: 0)]);

        Assert.All(decided.Shares, share => Assert.Equal((1.0, null, 0.0, null), (share.Share.Estimate!.Value, share.Threshold, share.ShareAtThreshold, share.Agreed)));
    }

    private static IEnumerable<PlannedTask> Workflow(string name, int tasks, double sure, int wrong) => Enumerable.Range(0, tasks).Select(at =>
    {
        var task = Cases.Many(1)[0];
        return new PlannedTask(
            task with { Family = name, Report = task.Report with { Workflow = name, Task = $"/{name}/{at}" } },
            Actions: [], Ordered: 0, First: 0, Second: 0, FirstRight: false, Decision: sure, DecisionRight: at >= wrong, OrderedMemory: 0, NotPlain: 0, WithMemory: 0, OtherOfAuthors: 0);
    });
}
