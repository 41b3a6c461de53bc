using System.Text.Json;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Plans;

/// <summary>The plans that were weighed for a recommendation, as they are kept: JSON with action, memory bin, splitting bin and probability.</summary>
public static class KeptPlans
{
    private sealed record Kept(string Action, string Memory, string Splitting, double Probability);

    /// <summary>The probability that was given to an order by its action, memory and splitting; null when no plan is like it.</summary>
    /// <param name="plans">The JSON.</param>
    /// <param name="action">The action.</param>
    /// <param name="memoryMb">Memory in MB for the whole job; null: as it is.</param>
    /// <param name="splitting">Splitting; null: as it is.</param>
    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static double? ProbabilityOf(string plans, string action, int? memoryMb, string? splitting)
    {
        var order = (action, MemoryBins.Names[MemoryBins.Of(memoryMb)], SplittingBins.Names[SplittingBins.Of(splitting)]);
        var alike = (JsonSerializer.Deserialize<List<Kept>>(plans, JsonSerializerOptions.Web) ?? [])
            .Where(plan => (plan.Action, plan.Memory, plan.Splitting) == order)
            .ToList();
        return alike.Count == 0 ? null : alike.Sum(plan => plan.Probability);
    }
}
