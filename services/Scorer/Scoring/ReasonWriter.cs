using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Explanations;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Scorer.Models;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>The columns that spoke most for the plan, as sentences: first what is there, then what is missing.</summary>
internal static class ReasonWriter
{
    private const int Most = 3;

    public static IReadOnlyList<Reason> Write(ModelSet models, SparseVector features, SiteErrorMatrix matrix, Plan plan)
    {
        var (target, @class) = Deciding(models, plan);
        return [.. models.Models.Find(target)!.ContributionsTo(features, @class)
            .Where(contribution => contribution.Amount > 0)
            .OrderByDescending(contribution => contribution.Value > 0)
            .ThenByDescending(contribution => contribution.Amount)
            .Take(Most)
            .Select(contribution => new Reason
            {
                Feature = contribution.Column,
                Contribution = Math.Round(contribution.Amount, 4),
                Text = ColumnSentence.Of(contribution, matrix.TotalErrors),
            })];
    }

    /// <summary>The target whose answer makes the plan what it is: the first in which it departs from a plain ACDC.</summary>
    private static (Target Target, int Class) Deciding(ModelSet models, Plan plan)
    {
        var memory = MemoryBins.Names.ToList().IndexOf(plan.Memory);
        var splitting = SplittingBins.Names.ToList().IndexOf(plan.Splitting);
        if (plan.Action == RecoveryActionKind.Acdc && memory > 0 && models.Models.Find(RecoveryTargets.Memory) is not null)
            return (RecoveryTargets.Memory, memory);
        if (plan.Action == RecoveryActionKind.Acdc && splitting > 0 && models.Models.Find(RecoveryTargets.Splitting) is not null)
            return (RecoveryTargets.Splitting, splitting);
        return (RecoveryTargets.Action, (int)plan.Action);
    }
}
