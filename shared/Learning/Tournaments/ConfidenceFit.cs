using System.Collections.Immutable;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Calibration;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Training;

namespace WorkflowRecovery.Learning.Tournaments;

/// <summary>
/// Finds from what models said of later workflows how far their plans can be trusted. The tasks of a workflow share errors,
/// order and fate, so that a workflow gives one score, the lowest of its tasks: whoever covers that covers all of them.
/// </summary>
internal static class ConfidenceFit
{
    private const double ActionAlpha = 0.1;
    private const double PlanAlpha = 0.05;

    /// <param name="all">All tasks of the training, of which the codes and sites are known.</param>
    /// <param name="calibrate">Later tasks that the bounds come from.</param>
    /// <param name="check">Still later ones on which they are checked.</param>
    public static PlanConfidence Of(IReadOnlyList<RecordedTask> all, IReadOnlyList<PlannedTask> calibrate, IReadOnlyList<PlannedTask> check)
    {
        var workflows = ByWorkflow(calibrate);
        var (actions, pooled) = ActionBounds(workflows);
        var plan = BoundOf(workflows.Select(tasks => tasks.Min(task => task.Ordered)), PlanAlpha);
        var failures = all.SelectMany(task => PlanConfidence.RealFailures(task.Report.Matrix).Cells).ToList();
        return new(
            PlanConfidence.CurrentFormat, actions, ActionAlpha, plan, PlanAlpha, workflows.Count, CheckOf(ByWorkflow(check), new(actions), plan),
            [.. failures.Select(cell => cell.Code).Distinct().Order()],
            [.. failures.Select(cell => cell.Site).Distinct().Order(StringComparer.Ordinal)])
        {
            Pooled = [.. pooled.Select(kind => kind.ToName())],
        };
    }

    private static IReadOnlyList<IReadOnlyList<PlannedTask>> ByWorkflow(IReadOnlyList<PlannedTask> tasks) =>
        [.. tasks.GroupBy(task => task.Task.Report.Workflow).Select(workflow => workflow.ToList())];

    /// <summary>
    /// A bound for each action from its own workflows. Actions that are too rare for one share the bound of all of them
    /// together, and if those are too few as well that of all: without that an action ordered once a year could never
    /// be left out, and nothing would ever be sure. For one of those alone nothing is promised.
    /// </summary>
    private static (ImmutableArray<double> Bounds, IReadOnlyList<RecoveryActionKind> Pooled) ActionBounds(IReadOnlyList<IReadOnlyList<PlannedTask>> workflows)
    {
        var given = workflows.SelectMany(tasks => tasks.GroupBy(KindOf)).ToLookup(tasks => tasks.Key, tasks => tasks.Min(task => task.Actions[(int)tasks.Key]));
        var kinds = Enum.GetValues<RecoveryActionKind>();
        var own = kinds.ToDictionary(kind => kind, kind => BoundOf(given[kind], ActionAlpha));
        IReadOnlyList<RecoveryActionKind> rare = [.. kinds.Where(kind => own[kind] == 0)];
        var shared = BoundOf(rare.SelectMany(kind => given[kind]), ActionAlpha) is var ofRare and > 0 ? ofRare : BoundOf(given.SelectMany(one => one), ActionAlpha);
        return ([.. kinds.Select(kind => own[kind] > 0 ? own[kind] : shared)], rare);
    }

    private static ConfidenceCheck? CheckOf(IReadOnlyList<IReadOnlyList<PlannedTask>> workflows, ConformalSets actions, double lowestPlan)
    {
        if (workflows.Count == 0)
            return null;

        var single = workflows.Where(tasks => tasks.All(task => task.First >= lowestPlan && task.Second < lowestPlan)).ToList();
        return new(
            workflows.Count,
            workflows.Average(tasks => tasks.All(task => actions.Of(task.Actions).Contains((int)KindOf(task))) ? 1.0 : 0),
            workflows.Average(tasks => tasks.All(task => task.Ordered >= lowestPlan) ? 1.0 : 0),
            (double)single.Count / workflows.Count,
            single.Select(tasks => tasks.All(task => task.FirstRight) ? 1.0 : (double?)0).Average());
    }

    private static RecoveryActionKind KindOf(PlannedTask task) => task.Task.Action.Kind;

    /// <summary>The probability that all but a share alpha of workflows gave to what was ordered; 0 of too few.</summary>
    private static double BoundOf(IEnumerable<double> given, double alpha)
    {
        double[][] rows = [.. given.Select(probability => new[] { probability })];
        return ConformalSets.Fit(rows, new int[rows.Length], 1, alpha).Lowest[0];
    }
}
