using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>What the live cases say of a set in shadow.</summary>
/// <param name="Promote">Whether it becomes active or is retired; null: go on.</param>
/// <param name="Why">With the numbers.</param>
internal sealed record TrialFinding(bool? Promote, string Why);

/// <summary>A workflow that counts.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Key">The order that answered it.</param>
/// <param name="AnsweredAt">When that came in.</param>
/// <param name="Advantage">Mean over the tasks that it answered; null when it left open what was ordered.</param>
internal sealed record CountedWorkflow(string Workflow, Guid Key, DateTimeOffset AnsweredAt, double? Advantage);

/// <summary>
/// A set in shadow beside the active one. Its tasks share a workflow's fate, so a workflow counts once: by its first
/// answer that is seen, with the mean over the tasks that this answers.
/// </summary>
internal static class ShadowTrial
{
    /// <summary>What counts of workflows that were not seen before, in the order of their answers.</summary>
    public static IEnumerable<CountedWorkflow> Counted(IEnumerable<LiveCase> cases) => cases
        .GroupBy(live => live.Workflow)
        .Select(tasks => tasks.GroupBy(live => (live.AnsweredAt, live.Key)).MinBy(answer => answer.Key)!)
        .OrderBy(answer => answer.Key)
        .Select(answer => new CountedWorkflow(answer.First().Workflow, answer.Key.Key, answer.Key.AnsweredAt, answer.Average(live => live.Advantage)));

    /// <summary>What the trial has come to.</summary>
    /// <param name="advantages">Those of all workflows that count, in the order in which they were seen.</param>
    /// <param name="level">The most that the chance of a false finding may be.</param>
    /// <param name="mostWorkflows">After so many an open trial ends.</param>
    public static SequentialComparison Compare(IEnumerable<double> advantages, double level, int mostWorkflows)
    {
        var comparison = new SequentialComparison(level);
        foreach (var advantage in advantages.Take(mostWorkflows))
            comparison.Add(advantage);
        return comparison;
    }

    public static TrialFinding Judge(IEnumerable<double> advantages, double level, int mostWorkflows)
    {
        var comparison = Compare(advantages, level, mostWorkflows);
        var numbers = $"after {comparison.Cases} answered workflows: mean Brier score {(comparison.Mean < 0 ? "higher" : "lower")} by {2 * Math.Abs(comparison.Mean):F4}, evidence {comparison.Evidence:0.##} for and {comparison.EvidenceAgainst:0.##} against, {1 / level:0.##} needed";
        return comparison.Verdict switch
        {
            ComparisonVerdict.Better => new(true, $"better than the active models on live tasks {numbers}"),
            ComparisonVerdict.Worse => new(false, $"worse than the active models on live tasks {numbers}"),
            _ when comparison.Cases >= mostWorkflows => new(false, $"not shown to be better than the active models on live tasks {numbers}"),
            _ => new(null, $"not decided {numbers}"),
        };
    }
}
