using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Simulation.Sites;
using static WorkflowRecovery.Simulation.Tests.Simulated;

namespace WorkflowRecovery.Simulation.Tests;

/// <summary>Workflows, siblings, rounds and dates.</summary>
public sealed class WorkflowTests
{
    [Fact]
    public void Records_are_as_many_as_asked_for_each_task_once_and_in_time_order()
    {
        Assert.Equal(Options.Records, Tasks.Count);
        Assert.Equal(Tasks.Count, Tasks.Select(task => task.Task).Distinct().Count());
        Assert.All(Tasks.Zip(Tasks.Skip(1)), pair => Assert.True(pair.First.ReportedAt <= pair.Second.ReportedAt));
    }

    [Fact]
    public void A_workflow_has_between_two_and_three_failing_tasks() =>
        Near(2.8, (double)Tasks.Count / Tasks.Select(task => task.Workflow).Distinct().Count(), 0.2);

    [Fact]
    public void Siblings_share_an_order_for_the_whole_workflow_and_the_time_of_the_report() => Assert.All(
        Tasks.GroupBy(task => task.Workflow),
        workflow =>
        {
            Assert.Single(workflow.Select(task => task.ReportedAt).Distinct());
            Assert.Single(workflow.Select(task => task.Action.Kind).Distinct());
            if (workflow.First().WholeWorkflow)
                Assert.Single(workflow.Select(task => task.Action with { Sites = [] }).Distinct());
        });

    [Fact]
    public void Siblings_often_share_their_codes()
    {
        var shared = Tasks
            .GroupBy(task => task.Workflow)
            .Where(workflow => workflow.Count() > 1)
            .Select(workflow => workflow.Take(2).Select(task => task.Matrix.Cells.Select(cell => cell.Code).Where(code => code != -1).ToHashSet()).ToArray())
            .Where(codes => codes.All(set => set.Count > 0))
            .Average(codes => codes[0].Overlaps(codes[1]) ? 1.0 : 0);
        var unrelated = Tasks.Where(task => task.Matrix.TotalErrors > 0).Chunk(2).Where(pair => pair.Length == 2 && pair[0].PrepId != pair[1].PrepId)
            .Average(pair => pair[0].Matrix.Cells.Any(cell => cell.Code != -1 && Count(pair[1], cell.Code) > 0) ? 1.0 : 0);
        Assert.True(shared > unrelated + 0.1, $"{shared} of the siblings, {unrelated} of strangers");
    }

    [Fact]
    public void A_later_round_is_a_workflow_of_its_own_with_the_identifier_of_the_first()
    {
        var rounds = Tasks.Where(task => task.Attempt > 0).ToList();

        Near(23, 100.0 * rounds.Count / Tasks.Count, 6);
        Assert.All(rounds, task => Assert.Contains($"_ACDC{task.Attempt - 1}_", task.Workflow, StringComparison.Ordinal));
        Assert.All(rounds, task => Assert.Contains(task.PrepId, task.Workflow, StringComparison.Ordinal));
        Assert.All(Tasks.Except(rounds), task => Assert.DoesNotContain("ACDC", task.Workflow, StringComparison.Ordinal));
    }

    [Fact]
    public void A_task_path_begins_with_its_workflow_and_stays_within_the_limit_of_names() => Assert.All(Tasks, task =>
    {
        Assert.Equal(task.Workflow, TaskPath.WorkflowOf(task.Task));
        Assert.InRange(task.Task.Length, 1, 512);
    });

    [Theory]
    [InlineData(2017, 12, 1098)]
    [InlineData(2018, 4, 2882)]
    [InlineData(2018, 11, 3569)]
    [InlineData(2019, 2, 755)]
    public void Months_have_their_published_part_of_the_records(int year, int month, double measured)
    {
        const double MeasuredToMarch2019 = 28_863;
        var requested = Tasks.Count(task => RequestedAt(task) is var day && day.Year == year && day.Month == month);
        Near(100 * measured / MeasuredToMarch2019, 100.0 * requested / Tasks.Count, 0.5);
    }

    [Fact]
    public void Readiness_in_a_matrix_is_that_of_the_site_when_the_workflow_was_reported()
    {
        var timeline = SiteTimeline.Of(Options);
        Assert.All(Tasks.Take(2_000), task => Assert.All(
            task.Matrix.Cells, cell => Assert.Equal(timeline.ReadinessAt(cell.Site, task.ReportedAt), cell.Readiness)));
    }

    [Fact]
    public void Jobs_are_at_least_the_failed_ones() =>
        Assert.All(Tasks, task => Assert.True(task.TotalJobs >= task.FailedJobs && task.FailedJobs == task.Matrix.TotalErrors));

    [Fact]
    public void Any_other_period_can_be_simulated()
    {
        var from = new DateTimeOffset(2026, 1, 10, 0, 0, 0, TimeSpan.Zero);
        var tasks = HistorySimulation.Records(new() { Records = 200, Seed = 5, From = from, To = from.AddDays(7) }).ToList();

        Assert.Equal(200, tasks.Count);
        Assert.All(tasks, task => Assert.InRange(RequestedAt(task), from.UtcDateTime.Date, from.UtcDateTime.Date.AddDays(6)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, -1)]
    public void Options_without_records_or_without_time_are_refused(int records, int days) => Assert.Throws<ArgumentOutOfRangeException>(
        () => HistorySimulation.Records(new() { Records = records, To = new SimulationOptions().From.AddDays(days) }));
}
