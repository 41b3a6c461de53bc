namespace WorkflowRecovery.Learning.Drift;

/// <summary>Which workflows are usual, and which are held against them.</summary>
/// <param name="Reference">What is usual.</param>
/// <param name="Recent">What came after.</param>
public sealed record DriftWindows(IReadOnlyList<WorkflowSample> Reference, IReadOnlyList<WorkflowSample> Recent)
{
    /// <summary>
    /// What the models have learned from is usual. After a drift that they have learned of, only what came since is, and
    /// if that is too little, the next workflows too: else what they know already would be found again and again. Once it is settled it
    /// stays the same however much comes after it, so that what changes slowly is not held against what has changed with it.
    /// </summary>
    /// <param name="samples">Workflows in the order of reports: after a drift that was learned of at least the first ones and the newest ones after it.</param>
    /// <param name="kind">What may drift; samples that do not count for it are in neither part.</param>
    /// <param name="learnedUpTo">Report of the newest task that the active models have learned from.</param>
    /// <param name="learnedDrift">Report since which the newest drift was found that they have learned of; null without one.</param>
    /// <param name="options">How many are enough.</param>
    public static DriftWindows Of(
        IReadOnlyList<WorkflowSample> samples, DriftKind kind, DateTimeOffset learnedUpTo, DateTimeOffset? learnedDrift, DriftOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var since = samples.Where(sample => sample.SubjectOf(kind) is not null && sample.ReportedAt >= (learnedDrift ?? DateTimeOffset.MinValue)).ToList();
        var learned = since.Count(sample => sample.ReportedAt <= learnedUpTo);
        var settling = Math.Clamp(since.Count - options.Windows[^1], options.LeastReference, options.SettledReference);
        var usual = learnedDrift is null ? learned : Math.Min(since.Count, Math.Max(learned, settling));
        return new(since[..usual], since[usual..]);
    }
}
