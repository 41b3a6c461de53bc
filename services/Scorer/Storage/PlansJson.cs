using System.Text.Json;
using System.Text.Json.Serialization;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>A plan as it was kept.</summary>
internal sealed record WeighedPlan(string Action, string Memory, string Splitting, double Probability)
{
    public bool Xrootd { get; init; }
    public bool Secondary { get; init; }
    public bool CoresChanged { get; init; }
}

/// <summary>All plans of a judgement as JSON, for those who compare them with what operators did.</summary>
internal static class PlansJson
{
    private static readonly JsonSerializerOptions Brief = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <param name="plans">The plans.</param>
    /// <param name="odds">Where plans that differ in switches alone are taken together, how these are used; null where each plan is one.</param>
    public static string Write(IReadOnlyList<Plan> plans, SwitchOdds? odds = null) => JsonSerializer.Serialize(plans.Select(plan => new
    {
        action = plan.Action.ToName(),
        memory = plan.Memory,
        splitting = plan.Splitting,
        xrootd = plan.Xrootd,
        secondary = plan.Secondary,
        coresChanged = plan.CoresChanged,
        probability = plan.Probability,
        switches = RecoveryTargets.CarriesParameters(plan.Action) ? odds : null,
    }), Brief);

    public static IReadOnlyList<WeighedPlan> Read(string plans) =>
        JsonSerializer.Deserialize<IReadOnlyList<WeighedPlan>>(plans, JsonSerializerOptions.Web)!;
}
