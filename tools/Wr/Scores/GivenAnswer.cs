using System.Text.Json;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Wr.Scores;

/// <summary>A plan with its probability, as the scorer keeps it.</summary>
internal sealed record WeighedPlan(string Action, string Memory, string Splitting, double Probability);

/// <summary>What was recommended for a task, with every plan that was weighed.</summary>
/// <param name="Action">The action; null for an abstention.</param>
/// <param name="Memory">Memory bin.</param>
/// <param name="Splitting">Splitting bin.</param>
/// <param name="Plans">All plans; none when there was no model.</param>
internal sealed record GivenAnswer(string? Action, string Memory, string Splitting, IReadOnlyList<WeighedPlan> Plans)
{
    /// <summary>No answer at all.</summary>
    public static GivenAnswer None { get; } = new(null, MemoryBins.Names[0], SplittingBins.Names[0], []);

    public static GivenAnswer Of(string? action, int? memoryMb, string? splitting, string plans) => new(
        action,
        MemoryBins.Names[MemoryBins.Of(memoryMb)],
        SplittingBins.Names[SplittingBins.Of(splitting)],
        JsonSerializer.Deserialize<IReadOnlyList<WeighedPlan>>(plans, JsonSerializerOptions.Web) ?? []);

    /// <summary>Whether this is what the operator ordered.</summary>
    public bool AgreesWith(OperatorAnswer operators) =>
        Action == operators.Action && Memory == operators.Memory && Splitting == operators.Splitting;

    /// <summary>Probability of an action with a memory bin, over all splittings.</summary>
    public double ProbabilityOf(string action, string memory) =>
        Plans.Where(plan => plan.Action == action && plan.Memory == memory).Sum(plan => plan.Probability);
}
