using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Learning.Examples;
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
    private const string AtGoodSites = "/all/good";
    private const string AtBadSites = "/all/bad";

    /// <summary>
    /// The strongest reasons, at most 3: first what an operator recognises a cause in, and of that what the task has before
    /// what it has not. Columns that say the same are one reason, whose amount is their sum; what the task does not tell is
    /// none. Where the deciding model cannot tell, the task's most frequent errors are named, which add nothing that is known.
    /// </summary>
    /// <param name="models">The models that made the plan; one for the action is among them.</param>
    /// <param name="task">The task.</param>
    /// <param name="plan">The plan to explain.</param>
    public static IReadOnlyList<PlanReason> Of(ActivePlanModels models, ReportedTask task, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(task);
        var (target, @class) = Deciding(models, plan);
        var model = models.Find(target)!;
        var campaign = Told.Campaign(task);
        return [.. (model.Tells ? Strongest(model.ContributionsTo(task, @class), task) : Commonest(task))
            .Take(Most)
            .Select(contribution => new PlanReason(contribution, ColumnSentence.Of(contribution, task.Matrix.TotalErrors, campaign)))];
    }

    /// <summary>The target whose answer makes the plan what it is, the first in which it departs from a plain ACDC, and that answer.</summary>
    public static (Target Target, int Class) Deciding(ActivePlanModels models, Plan plan)
    {
        ArgumentNullException.ThrowIfNull(models);
        ArgumentNullException.ThrowIfNull(plan);
        var memory = MemoryBins.PlaceOf(plan.Memory);
        var splitting = SplittingBins.PlaceOf(plan.Splitting);
        if (plan.Action == RecoveryActionKind.Acdc && memory > 0 && models.Find(RecoveryTargets.Memory) is not null)
            return (RecoveryTargets.Memory, memory);
        if (plan.Action == RecoveryActionKind.Acdc && splitting > 0 && models.Find(RecoveryTargets.Splitting) is not null)
            return (RecoveryTargets.Splitting, splitting);
        return (RecoveryTargets.Action, (int)plan.Action);
    }

    /// <summary>One contribution for each topic that speaks for the plan, with the name and value of the column that says it best.</summary>
    private static IEnumerable<Contribution> Strongest(IEnumerable<Contribution> contributions, ReportedTask task) => contributions
        .Select(contribution => (Topic: ReasonTopic.Of(contribution.Column, task), Contribution: contribution))
        .Where(told => told.Topic is not null)
        .GroupBy(told => told.Topic!.Value, told => told.Contribution)
        .Select(group => (Topic: group.Key, Amount: group.Sum(one => one.Amount), Best: Best(group)))
        .Where(reason => reason.Amount > 0)
        .OrderByDescending(reason => reason.Topic.Specific)
        .ThenByDescending(reason => reason.Best.Value > 0)
        .ThenByDescending(reason => reason.Amount)
        .Select(reason => reason.Best with { Amount = reason.Amount });

    /// <summary>Of those that speak for the plan, if any: what the task has, and of that what counts failures, before what is a share of them.</summary>
    private static Contribution Best(IEnumerable<Contribution> ofOneTopic) => ofOneTopic
        .OrderByDescending(one => one.Amount > 0)
        .ThenByDescending(one => one.Value > 0)
        .ThenBy(one => one.Column.StartsWith("extras:", StringComparison.Ordinal))
        .ThenByDescending(one => one.Amount)
        .ThenBy(one => one.Column, StringComparer.Ordinal)
        .First();

    private static IEnumerable<Contribution> Commonest(ReportedTask task)
    {
        var row = MatrixViews.Tier.Of(task.Matrix);
        return row.Indices
            .Select(column => new Contribution(MatrixViews.Tier.Columns[column], row[column], Amount: 0))
            .Where(cell => IsError(cell.Column) && (cell.Column.EndsWith(AtGoodSites, StringComparison.Ordinal) || cell.Column.EndsWith(AtBadSites, StringComparison.Ordinal)))
            .OrderByDescending(cell => cell.Value)
            .ThenBy(cell => cell.Column, StringComparer.Ordinal);
    }

    private static bool IsError(string column) => column[0] != '-' && !column.StartsWith("errors/", StringComparison.Ordinal);
}
