using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Explanations;

/// <summary>What was mostly ordered, in one sentence.</summary>
internal static class OrderTally
{
    /// <summary>Such as <c>8 of the 10 most similar past tasks were plain ACDC, 2 asked for memory.</c>, the commonest first.</summary>
    public static string Of(IReadOnlyList<SimilarTask> tasks)
    {
        var parts = tasks
            .GroupBy(KindOf)
            .OrderByDescending(group => group.Count())
            .Select(group => (Count: group.Count(), Did: group.Key))
            .ToList();
        return parts switch
        {
            [] => "No past task is similar.",
            [var only] when only.Count == 1 => $"The most similar past task {Did(only)}.",
            [var most, .. var rest] => $"{most.Count} of the {tasks.Count} most similar past tasks {Did(most)}{string.Concat(rest.Select(part => $", {part.Count} {Did(part)}"))}.",
        };
    }

    private static string KindOf(SimilarTask task) => task.Action switch
    {
        { Kind: not RecoveryActionKind.Acdc } other => other.Kind == RecoveryActionKind.Clone ? "be cloned" : $"be {other.Kind.ToName()}",
        { MemoryMb: not null } => "asked for memory",
        { Splitting: not null } => "asked for finer splitting",
        _ when !RecoveryTargets.SaysAll(task.Action, task.ParametersGiven) => "be ACDC with parameters not recorded",
        _ => "be plain ACDC",
    };

    private static string Did((int Count, string Did) part) =>
        part.Did.StartsWith("be ", StringComparison.Ordinal) ? $"{(part.Count == 1 ? "was" : "were")} {part.Did[3..]}" : part.Did;
}
