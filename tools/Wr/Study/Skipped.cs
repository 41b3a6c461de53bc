namespace WorkflowRecovery.Wr.Study;

/// <summary>Something that was asked for and could not be tried on these tasks.</summary>
/// <param name="Row">Number of the talk's result; 0 for ours.</param>
/// <param name="Approach">How it would have been learned.</param>
/// <param name="View">What would have been looked through.</param>
/// <param name="Target">The question.</param>
/// <param name="Split">The split.</param>
/// <param name="Reason">Why not.</param>
internal sealed record Skipped(int Row, string Approach, string View, string Target, string Split, string Reason)
{
    /// <summary>The experiments that no seed answered, each with its first reason.</summary>
    public static IEnumerable<Skipped> Of(IEnumerable<Outcome> outcomes) =>
        from outcome in outcomes.GroupBy(outcome => outcome.Experiment)
        where outcome.All(one => one.Answered is null)
        let experiment = outcome.Key
        select new Skipped(
            experiment.Row, experiment.Name, experiment.Approach.View, experiment.Target.Name, StudySplits.NameOf(experiment.Split), outcome.First().Reason ?? "");
}
