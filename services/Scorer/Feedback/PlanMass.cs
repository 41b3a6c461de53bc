using WorkflowRecovery.Scorer.Storage;

namespace WorkflowRecovery.Scorer.Feedback;

/// <summary>How an order stands among the plans that were weighed, by action, memory and splitting.</summary>
/// <param name="Probability">What was given to it; 0 where no plan is like it.</param>
/// <param name="Likelier">What was given to all that are likelier.</param>
internal sealed record PlanMass(double Probability, double Likelier)
{
    /// <summary>Null when no plans were weighed.</summary>
    public static PlanMass? Of(IReadOnlyList<WeighedPlan> plans, OrderedPlan ordered)
    {
        if (plans.Count == 0)
            return null;
        var masses = plans.GroupBy(plan => (plan.Action, plan.Memory, plan.Splitting))
            .ToDictionary(group => group.Key, group => group.Sum(plan => plan.Probability));
        var own = masses.GetValueOrDefault((ordered.Action, ordered.Memory, ordered.Splitting));
        return new(own, masses.Values.Where(mass => mass > own).Sum());
    }
}
