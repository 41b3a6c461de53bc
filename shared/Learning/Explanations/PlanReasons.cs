using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Explanations;

/// <summary>What spoke for a plan.</summary>
/// <param name="Contribution">The column and what it added.</param>
/// <param name="Text">The same as a sentence, see <see cref="ColumnSentence"/>.</param>
public sealed record PlanReason(Contribution Contribution, string Text);

/// <summary>Says why a plan came out: the columns that spoke most for what makes it that plan.</summary>
public static class PlanReasons
{
    private const int Most = 3;

    /// <summary>The strongest reasons, at most 3: first what the task has, then what it has not.</summary>
    /// <param name="models">The models that made the plan; one for the action is among them.</param>
    /// <param name="task">The task through the view of the models.</param>
    /// <param name="plan">The plan to explain.</param>
    /// <param name="totalErrors">Failed jobs of the task.</param>
    /// <exception cref="ArgumentException">The task was seen through another view.</exception>
    public static IReadOnlyList<PlanReason> Of(ActivePlanModels models, SparseVector task, Plan plan, long totalErrors)
    {
        ArgumentNullException.ThrowIfNull(models);
        var (target, @class) = Deciding(models, plan);
        return [.. models.Find(target)!.ContributionsTo(task, @class)
            .Where(contribution => contribution.Amount > 0)
            .OrderByDescending(contribution => contribution.Value > 0)
            .ThenByDescending(contribution => contribution.Amount)
            .Take(Most)
            .Select(contribution => new PlanReason(contribution, ColumnSentence.Of(contribution, totalErrors)))];
    }

    /// <summary>The target whose answer makes the plan what it is, the first in which it departs from a plain ACDC, and that answer.</summary>
    public static (Target Target, int Class) Deciding(ActivePlanModels models, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(plan);
        var memory = MemoryBins.Names.ToList().IndexOf(plan.Memory);
        var splitting = SplittingBins.Names.ToList().IndexOf(plan.Splitting);
        if (plan.Action == RecoveryActionKind.Acdc && memory > 0 && models.Find(RecoveryTargets.Memory) is not null)
            return (RecoveryTargets.Memory, memory);
        if (plan.Action == RecoveryActionKind.Acdc && splitting > 0 && models.Find(RecoveryTargets.Splitting) is not null)
            return (RecoveryTargets.Splitting, splitting);
        return (RecoveryTargets.Action, (int)plan.Action);
    }
}
