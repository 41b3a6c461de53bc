using System.Text.Json;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Plans;

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
    public static string Write(IReadOnlyList<Plan> plans) => JsonSerializer.Serialize(plans.Select(plan => new
    {
        action = plan.Action.ToName(),
        memory = plan.Memory,
        splitting = plan.Splitting,
        xrootd = plan.Xrootd,
        secondary = plan.Secondary,
        coresChanged = plan.CoresChanged,
        probability = plan.Probability,
    }));

    public static IReadOnlyList<WeighedPlan> Read(string plans) =>
        JsonSerializer.Deserialize<IReadOnlyList<WeighedPlan>>(plans, JsonSerializerOptions.Web)!;
}
