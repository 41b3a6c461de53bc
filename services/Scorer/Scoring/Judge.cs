using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Scorer.Models;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>From a matrix to a judgement. Pure: equal models and task, equal judgement.</summary>
internal static class Judge
{
    private const int MostAlternatives = 10;
    private const double LeastProbability = 0.001;

    public static Judgement Of(ModelSet models, WorkflowAssistanceRequested task, SiteErrorMatrix matrix, int maxMemoryMbPerCore)
    {
        if (!models.Models.CanPlan)
            return Abstain(models, "model", "No model is active yet, so there is nothing to judge with.", []);

        var features = MatrixViews.Tier.Of(matrix);
        var merged = WithoutXrootd(PlanComposer.Compose(models.Models.Ask(features)));
        var values = new PlanValues(models, task, maxMemoryMbPerCore);
        if (matrix.Cells.IsEmpty)
            return Abstain(models, "errors", "The task was reported without any error, so there is nothing to judge.", merged, values);

        var choice = merged.Select(values.Of).First(chosen => chosen is not null)!;
        return new(choice, Alternatives(merged, choice.Plan, values), ReasonWriter.Write(models, features, matrix, choice.Plan), merged, models.References);
    }

    private static Judgement Abstain(ModelSet models, string feature, string text, IReadOnlyList<Plan> plans, PlanValues? values = null) => new(
        Choice: null,
        values is null ? [] : Alternatives(plans, chosen: null, values),
        [new Reason { Feature = feature, Text = text }],
        plans,
        models.References);

    /// <summary>Plans that differ in remote read alone, as one, with the likelier remote read.</summary>
    private static IReadOnlyList<Plan> WithoutXrootd(IReadOnlyList<Plan> plans) =>
        [.. plans
            .GroupBy(plan => (plan.Action, plan.Memory, plan.Splitting))
            .Select(group => group.First() with { Probability = group.Sum(plan => plan.Probability) })
            .OrderByDescending(plan => plan.Probability)];

    private static IReadOnlyList<Alternative> Alternatives(IReadOnlyList<Plan> merged, Plan? chosen, PlanValues values) =>
        [.. merged
            .Where(plan => plan.Probability >= LeastProbability)
            .Where(plan => chosen is null || (plan.Action, plan.Memory, plan.Splitting) != (chosen.Action, chosen.Memory, chosen.Splitting))
            .Select(values.Of)
            .OfType<ChosenPlan>()
            .Take(MostAlternatives)
            .Select(other => new Alternative
            {
                Action = other.Plan.Action.ToName(),
                MemoryMb = other.MemoryMb,
                Splitting = other.Splitting,
                Probability = other.Plan.Probability,
            })];
}
