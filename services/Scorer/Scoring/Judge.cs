using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Scorer.Models;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>From a task to a judgement. Pure: equal models and task, equal judgement.</summary>
internal static class Judge
{
    private const int MostAlternatives = 10;
    private const double LeastProbability = 0.001;

    public static Judgement Of(ModelSet models, ReportedTask task, int maxMemoryMbPerCore)
    {
        var judged = WithoutReasons(models, task, maxMemoryMbPerCore);
        return judged.Choice is { } choice ? judged with { Reasons = ReasonWriter.Write(models, task, choice.Plan) } : judged;
    }

    /// <summary>The same for whoever tells nobody why: reasons take longer than all else.</summary>
    public static Judgement WithoutReasons(ModelSet models, ReportedTask task, int maxMemoryMbPerCore)
    {
        if (!models.Models.CanPlan)
            return Abstain(models, "model", "No model is active yet, so there is nothing to judge with.", []);

        var plans = PlanComposer.Compose(models.Models.Ask(task));
        var merged = WithoutSwitches(plans);
        var values = new PlanValues(models, task, maxMemoryMbPerCore);
        var certainty = models.Models.Confidence is { } confidence
            ? new Certainty(confidence.ActionsOf(plans), confidence.SetOf(plans), confidence.NoveltyOf(task.Matrix))
            {
                IsMeasured = confidence.IsMeasured, RulesPlansOut = confidence.LowestPlan > 0, PlanAlpha = confidence.PlanAlpha,
            }
            : null;
        if (task.Matrix.Cells.IsEmpty)
            return Abstain(models, "errors", "The task was reported without any error, so there is nothing to judge.", merged, values) with { Certainty = certainty, WholePlans = plans };

        var choice = plans.Select(values.Of).First(chosen => chosen is not null)!;
        return new(choice, Alternatives(merged, choice.Plan, values), [], merged, models.References)
        {
            Certainty = certainty,
            WholePlans = plans,
            RunId = models.RunId,
        };
    }

    private static Judgement Abstain(ModelSet models, string feature, string text, IReadOnlyList<Plan> plans, PlanValues? values = null) => new(
        Choice: null,
        values is null ? [] : Alternatives(plans, chosen: null, values),
        [new Reason { Feature = feature, Text = text }],
        plans,
        models.References)
    {
        RunId = models.RunId,
    };

    /// <summary>Plans that differ in remote read, secondary input or cores alone, as one, with the likeliest of them.</summary>
    private static IReadOnlyList<Plan> WithoutSwitches(IReadOnlyList<Plan> plans) =>
        [.. plans
            .GroupBy(plan => (plan.Action, plan.Memory, plan.Splitting))
            .Select(group => group.First() with { Probability = group.Sum(plan => plan.Probability) })
            .OrderByDescending(plan => plan.Probability)];

    /// <summary>They have no room for cores, so their values are within what the task's own cores allow.</summary>
    private static IReadOnlyList<Alternative> Alternatives(IReadOnlyList<Plan> merged, Plan? chosen, PlanValues values) =>
        [.. merged
            .Where(plan => plan.Probability >= LeastProbability)
            .Where(plan => chosen is null || (plan.Action, plan.Memory, plan.Splitting) != (chosen.Action, chosen.Memory, chosen.Splitting))
            .Select(plan => values.Of(plan with { CoresChanged = false }))
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
