using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Drift;
using WorkflowRecovery.Simulation;

namespace WorkflowRecovery.Learning.Tests.Drift;

/// <summary>
/// A time of the simulator in which no habit changes, from June to September 2018, by workflows: with the campaigns of the time, rounds
/// of recovery that follow one another, sites that are bad for days, and tasks that share the fate of their workflow.
/// </summary>
internal static class Weeks
{
    public static readonly DateTimeOffset First = new(2018, 6, 4, 0, 0, 0, TimeSpan.Zero);

    private const int Count = 16;

    /// <summary>Its workflows in the order of their reports, as a seed of the simulator has them.</summary>
    public static IReadOnlyList<WorkflowSample> Lived(int seed) =>
    [
        .. HistorySimulation.Records(new SimulationOptions { Seed = seed, From = First.AddDays(-28), To = First.AddDays(7 * Count), Records = 8000 })
            .Where(task => task.ReportedAt >= First && task.ReportedAt < First.AddDays(7 * Count))
            .GroupBy(task => (task.Workflow, task.ReportedAt))
            .Select(workflow => WorkflowSample.Of(
                workflow.Key.ReportedAt, workflow.Select(task => task.Matrix), workflow.Any(task => task.Action.Kind != RecoveryActionKind.Acdc))),
    ];

    /// <summary>Whole weeks drawn from several such times again and again: what is like within a week stays together, and nothing changes from week to week.</summary>
    public static IEnumerable<WorkflowSample> Drawn(IReadOnlyList<IReadOnlyList<WorkflowSample>> lived, int seed)
    {
        var random = new Random(seed);
        var weeks = lived.Select(workflows => workflows.ToLookup(workflow => (int)((workflow.ReportedAt - First).TotalDays / 7))).ToList();
        for (var week = 0; ; week++)
        {
            var drawn = random.Next(Count);
            foreach (var workflow in weeks[random.Next(weeks.Count)][drawn])
                yield return workflow with { ReportedAt = workflow.ReportedAt.AddDays(7 * (week - drawn)) };
        }
    }
}
