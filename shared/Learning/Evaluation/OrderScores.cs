namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>A plan with its probability, as far as a score looks at it.</summary>
/// <param name="Action">Name of the action.</param>
/// <param name="Memory">Memory bin, see <see cref="Targets.MemoryBins"/>.</param>
/// <param name="Probability">0 to 1; over all plans of a task they sum to 1.</param>
public sealed record WeighedOrder(string Action, string Memory, double Probability);

/// <summary>How good the plans for one task were, once an operator has ordered something: by action x memory bin, whatever else the plans differ in.</summary>
public static class OrderScores
{
    /// <summary>What was held impossible costs as much as one in a million, so that one surprise does not drown everything.</summary>
    private const double Floor = 1e-6;

    /// <summary>-ln of the probability given to what was ordered, in nats; at most 13.8.</summary>
    /// <param name="plans">All plans of the task.</param>
    /// <param name="action">Name of the action that was ordered.</param>
    /// <param name="memory">Memory bin of the order.</param>
    public static double LogLoss(IEnumerable<WeighedOrder> plans, string action, string memory) =>
        -Math.Log(Math.Max(plans.Where(plan => plan.Action == action && plan.Memory == memory).Sum(plan => plan.Probability), Floor));

    /// <summary>Squared distance to what was ordered, summed over all pairs of action and memory bin (Brier 1950): 0 best, 2 worst.</summary>
    /// <param name="plans">All plans of the task.</param>
    /// <param name="action">Name of the action that was ordered.</param>
    /// <param name="memory">Memory bin of the order.</param>
    public static double Brier(IEnumerable<WeighedOrder> plans, string action, string memory)
    {
        var merged = Merge(plans);
        return merged.Values.Sum(probability => probability * probability) - (2 * merged.GetValueOrDefault((action, memory))) + 1;
    }

    /// <summary>The likeliest action with its memory bin, the first of equal ones; null without plans.</summary>
    /// <param name="plans">All plans of the task.</param>
    public static (string Action, string Memory)? Likeliest(IEnumerable<WeighedOrder> plans) =>
        Merge(plans) is { Count: > 0 } merged ? merged.MaxBy(pair => pair.Value).Key : null;

    private static Dictionary<(string Action, string Memory), double> Merge(IEnumerable<WeighedOrder> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        return plans.GroupBy(plan => (plan.Action, plan.Memory)).ToDictionary(group => group.Key, group => group.Sum(plan => plan.Probability));
    }
}
