using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Drift;
using WorkflowRecovery.Simulation;

namespace WorkflowRecovery.Learning.Tests.Drift;

/// <summary>Workflows of one simulated month, drawn again and again: nothing changes, unless a shift is put in.</summary>
internal sealed class Replay(IReadOnlyList<WorkflowSample> month, int seed)
{
    private readonly Random _random = new(seed);
    private DateTimeOffset _at = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The workflows that entered assistance in a month.</summary>
    public static IReadOnlyList<WorkflowSample> Month(int year, int month) =>
    [
        .. HistorySimulation.Records(new SimulationOptions())
            .Where(task => task.ReportedAt.Year == year && task.ReportedAt.Month == month)
            .GroupBy(task => (task.Workflow, task.ReportedAt))
            .Select(workflow => WorkflowSample.Of(
                workflow.Key.ReportedAt, workflow.Select(task => task.Matrix), workflow.Any(task => task.Action.Kind != RecoveryActionKind.Acdc))),
    ];

    public List<WorkflowSample> Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => Next(_ => true))];

    /// <summary>The next workflow among those that some condition holds for.</summary>
    public WorkflowSample Next(Func<WorkflowSample, bool> condition)
    {
        while (true)
        {
            var drawn = month[_random.Next(month.Count)];
            if (condition(drawn))
                return drawn with { ReportedAt = _at = _at.AddMinutes(30) };
        }
    }

    /// <summary>The next workflow when the share of some has been multiplied.</summary>
    public WorkflowSample NextWithMore(Func<WorkflowSample, bool> some, double times)
    {
        var share = times * month.Count(some) / month.Count;
        return _random.NextDouble() < share ? Next(some) : Next(sample => !some(sample));
    }

    /// <summary>The next workflow when a site fails for some of them.</summary>
    public WorkflowSample NextWithFailingSite(string site, double share)
    {
        var next = Next(_ => true);
        return _random.NextDouble() < share ? next with { Site = site } : next;
    }
}
