using System.Collections.Immutable;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Learning.Tournaments;

/// <summary>Finds from what models said of later tasks how far their plans can be trusted.</summary>
internal static class ConfidenceFit
{
    private const double ActionAlpha = 0.1;
    private const double PlanAlpha = 0.05;

    /// <param name="all">All tasks of the training, of which the codes and sites are known.</param>
    /// <param name="calibrate">Later tasks that the bounds come from.</param>
    /// <param name="check">Still later ones on which they are checked.</param>
    public static PlanConfidence Of(IReadOnlyList<RecordedTask> all, IReadOnlyList<PlannedTask> calibrate, IReadOnlyList<PlannedTask> check)
    {
        var actions = ActionBounds(calibrate);
        var plan = BoundOf(calibrate.Select(task => task.Ordered), PlanAlpha);
        var failures = all.SelectMany(task => PlanConfidence.RealFailures(task.Report.Matrix).Cells).ToList();
        return new(
            PlanConfidence.CurrentFormat, actions, ActionAlpha, plan, PlanAlpha, calibrate.Count, CheckOf(check, new(actions), plan),
            [.. failures.Select(cell => cell.Code).Distinct().Order()],
            [.. failures.Select(cell => cell.Site).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>
    /// A bound for each action from its own tasks. Actions that are too rare for one share the bound of all of them
    /// together, and if those are too few as well that of all tasks: without that an action ordered once a year could never
    /// be left out, and nothing would ever be sure.
    /// </summary>
    private static ImmutableArray<double> ActionBounds(IReadOnlyList<PlannedTask> tasks)
    {
        var given = tasks.ToLookup(task => task.Task.Action.Kind, task => task.Actions[(int)task.Task.Action.Kind]);
        var kinds = Enum.GetValues<RecoveryActionKind>();
        var rare = kinds.Where(kind => BoundOf(given[kind], ActionAlpha) == 0).SelectMany(kind => given[kind]).ToList();
        var shared = BoundOf(rare, ActionAlpha) is var ofRare and > 0 ? ofRare : BoundOf(given.SelectMany(own => own), ActionAlpha);
        return [.. kinds.Select(kind => BoundOf(given[kind], ActionAlpha) is var own and > 0 ? own : shared)];
    }

    private static ConfidenceCheck? CheckOf(IReadOnlyList<PlannedTask> tasks, ConformalSets actions, double lowestPlan)
    {
        if (tasks.Count == 0)
            return null;

        var single = tasks.Where(task => task.First >= lowestPlan && task.Second < lowestPlan).ToList();
        return new(
            tasks.Count,
            tasks.Average(task => actions.Of(task.Actions).Contains((int)task.Task.Action.Kind) ? 1.0 : 0),
            tasks.Average(task => task.Ordered >= lowestPlan ? 1.0 : 0),
            (double)single.Count / tasks.Count,
            single.Select(task => task.FirstRight ? 1.0 : (double?)0).Average());
    }

    /// <summary>The probability that all but a share alpha of tasks gave to what was ordered; 0 of too few.</summary>
    private static double BoundOf(IEnumerable<double> given, double alpha)
    {
        double[][] rows = [.. given.Select(probability => new[] { probability })];
        return ConformalSets.Fit(rows, new int[rows.Length], 1, alpha).Lowest[0];
    }
}
