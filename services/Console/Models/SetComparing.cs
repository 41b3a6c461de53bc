using System.Text.Json;
using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Console.Models;

/// <summary>Compares the set in shadow with the active one on live tasks.</summary>
internal static class SetComparing
{
    private const int Examples = 10;

    public static SetComparison Of(IEnumerable<JudgedCase> cases) => SetComparison.Of(
        [.. cases.Select(judged => new ComparedCase(judged.Task, judged.Action, judged.Memory, judged.SaysAll, PlansOf(judged.ActivePlans), PlansOf(judged.Plans)))],
        Examples);

    private static IReadOnlyList<WeighedOrder> PlansOf(string json) => JsonSerializer.Deserialize<IReadOnlyList<WeighedOrder>>(json, JsonSerializerOptions.Web) ?? [];
}
