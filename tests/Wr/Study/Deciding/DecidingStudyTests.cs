using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Wr.Study;
using WorkflowRecovery.Wr.Study.Deciding;

namespace WorkflowRecovery.Wr.Tests.Study.Deciding;

public sealed class DecidingStudyTests
{
    private static readonly string[] Numbers = ["decided at 99 %", "decided at 97 %", "decided at 95 %", "decided at 90 %", "AUROC of plain ACDC"];

    [Fact]
    public async Task Recorded_tasks_are_decided_without_an_oracle()
    {
        var result = await RunAsync(Made.Set(300), history: null);

        Assert.Equal(["tier", "tier+extras", "tier+extras, with nothing told but errors"], result.Deciders.Select(decider => decider.View));
        Assert.All(result.Deciders, decider => Assert.Null(decider.OverOracle));
        Assert.Equal([.. Numbers, .. Numbers, .. Numbers], result.Rows.Select(row => row.Metric));
        Assert.All(result.Rows, row => Assert.Equal((0, "by time and workflow", 1), (row.Row, row.Split, row.Seeds)));
        Assert.Empty(result.Skipped);
    }

    [Fact]
    public async Task Simulated_ones_stand_beside_the_oracle_which_is_best_where_all_are_decided()
    {
        var history = SimulatedHistory.Of(new() { Records = 4000 });

        var result = await RunAsync(new([.. history.Tasks.Where(task => !task.Matrix.Cells.IsEmpty).Select(Recorded)]), history);

        Assert.Equal(DecidingStudy.OracleName, result.Deciders[^1].Approach);
        Assert.All(result.Deciders, decider => Assert.Equal(result.Deciders[0].Agreement.Workflows, decider.Agreement.Workflows));
        Assert.All(result.Deciders, decider => Assert.True(decider.Agreement.Right <= result.Deciders[^1].Agreement.Right));
        Assert.All(result.Deciders.SkipLast(1), decider => Assert.True(decider.OverOracle?.Estimate > 0));
        Assert.Equal(3, result.Rows.Count(row => row.Metric == "decided at 95 % over the oracle's"));
        var (told, leftOpen) = (result.Deciders[1], result.Deciders[2]);
        Assert.InRange(leftOpen.PlainAuroc!.Value, told.PlainAuroc!.Value - 0.15, told.PlainAuroc.Value);
        Assert.InRange(leftOpen.Agreement.Right, told.Agreement.Right - 0.05, told.Agreement.Right);
    }

    [Fact]
    public async Task Where_no_order_tells_its_parameters_it_is_left_out_with_the_reason()
    {
        var result = await RunAsync(Made.Set(200, orderOf: _ => new(RecoveryActionKind.Clone)), history: null);

        Assert.Empty(result.Deciders);
        Assert.Equal(["no order to learn from, or none to watch, tells memory"], result.Skipped.Select(skipped => skipped.Reason).Distinct());
    }

    private static Task<DecidingResult> RunAsync(TaskSet set, SimulatedHistory? history) =>
        DecidingStudy.RunAsync(set, history, new TimeLeft(DecidingStudy.Cost, new Told()), TestContext.Current.CancellationToken);

    private static RecordedTask Recorded(SimulatedTask task) => new(
        new()
        {
            Task = task.Task,
            Workflow = task.Workflow,
            ReportedAt = task.ReportedAt,
            Matrix = task.Matrix,
            Campaign = task.Campaign,
            TotalJobs = task.TotalJobs,
            MemoryMb = task.MemoryMb,
            Cores = task.Cores,
        },
        WorkflowName.Parse(task.Workflow).Family,
        task.Action,
        task.ParametersGiven,
        Weight: 1);
}
