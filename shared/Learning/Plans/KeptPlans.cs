using System.Text.Json;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Plans;

/// <summary>
/// The plans that were weighed for a recommendation, as they are kept: JSON with action, memory bin, splitting bin and probability of all
/// plans alike, and with the odds of the switches by which these differ.
/// </summary>
public static class KeptPlans
{
    private sealed record Kept(string Action, string Memory, string Splitting, double Probability, SwitchOdds? Switches = null);

    /// <summary>The probability that was given to a whole order; null when no plan is like it.</summary>
    /// <param name="plans">The JSON; where it is older than the odds of switches, plans that differ by these are taken together.</param>
    /// <param name="order">The order.</param>
    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static double? ProbabilityOf(string plans, RecoveryAction order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var bins = (order.Kind.ToName(), MemoryBins.Names[MemoryBins.Of(order.MemoryMb)], SplittingBins.Names[SplittingBins.Of(order.Splitting)]);
        var alike = (JsonSerializer.Deserialize<List<Kept>>(plans, JsonSerializerOptions.Web) ?? [])
            .Where(plan => (plan.Action, plan.Memory, plan.Splitting) == bins)
            .ToList();
        return alike.Count == 0 ? null : alike.Sum(plan =>
            plan.Probability * (plan.Switches?.ProbabilityOf(order.Xrootd is true, order.Secondary is true, order.Cores is not null) ?? 1));
    }
}
