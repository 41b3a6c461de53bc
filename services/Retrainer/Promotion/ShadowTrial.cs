using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>What the live cases say of a set in shadow.</summary>
/// <param name="Promote">Whether it becomes active or is retired; null: go on.</param>
/// <param name="Why">With the numbers.</param>
internal sealed record TrialFinding(bool? Promote, string Why);

/// <summary>
/// A set in shadow beside the active one. Its tasks share a workflow's fate, so a workflow counts once: by its first
/// answer, with the mean over the tasks that this answers. The order of the answers is the order of the cases, so that
/// what was looked at stays as it was when more come in.
/// </summary>
internal static class ShadowTrial
{
    public static TrialFinding Judge(IEnumerable<LiveCase> cases, double level, int mostWorkflows)
    {
        var comparison = new SequentialComparison(level);
        foreach (var advantage in Advantages(cases).Take(mostWorkflows))
            comparison.Add(advantage);
        var numbers = $"after {comparison.Cases} answered workflows: mean Brier score {(comparison.Mean < 0 ? "higher" : "lower")} by {2 * Math.Abs(comparison.Mean):F4}, evidence {comparison.Evidence:0.##} for and {comparison.EvidenceAgainst:0.##} against, {1 / level:0.##} needed";
        return comparison.Verdict switch
        {
            ComparisonVerdict.Better => new(true, $"better than the active models on live tasks {numbers}"),
            ComparisonVerdict.Worse => new(false, $"worse than the active models on live tasks {numbers}"),
            _ when comparison.Cases >= mostWorkflows => new(false, $"not shown to be better than the active models on live tasks {numbers}"),
            _ => new(null, $"not decided {numbers}"),
        };
    }

    private static IEnumerable<double> Advantages(IEnumerable<LiveCase> cases) => cases
        .Select(live => (live.Workflow, live.AnsweredAt, live.Key, live.Advantage))
        .Where(live => live.Advantage is not null)
        .GroupBy(live => live.Workflow)
        .Select(tasks => tasks.GroupBy(live => (live.AnsweredAt, live.Key)).MinBy(answer => answer.Key)!)
        .OrderBy(answer => answer.Key)
        .Select(answer => answer.Average(live => live.Advantage!.Value));
}
