namespace WorkflowRecovery.Wr.Study.Deciding;

/// <summary>What came of it.</summary>
/// <param name="Deciders">Ours, from the simplest, then the oracle if there is one.</param>
/// <param name="Rows">Their shares among the numbers of the study.</param>
/// <param name="Skipped">What could not be tried.</param>
internal sealed record DecidingResult(IReadOnlyList<Decider> Deciders, IReadOnlyList<StudyRow> Rows, IReadOnlyList<Skipped> Skipped)
{
    public static DecidingResult None { get; } = new([], [], []);

    /// <summary>For a program: one entry for each decider and agreement.</summary>
    public IEnumerable<object> ForJson() =>
        from decider in Deciders
        from share in decider.Shares
        select new
        {
            decider.Approach,
            decider.View,
            share.Agreement,
            Share = share.Share.Estimate,
            share.Share.Low,
            share.Share.High,
            Workflows = decider.Agreement.Workflows.Count,
            OverOracle = share.Agreement == Decider.RatioLevel ? decider.OverOracle : null,
        };
}
