namespace WorkflowRecovery.Learning.Drift;

/// <summary>Which workflows are usual, and which are held against them.</summary>
/// <param name="Reference">What is usual.</param>
/// <param name="Recent">What came after.</param>
public sealed record DriftWindows(IReadOnlyList<WorkflowSample> Reference, IReadOnlyList<WorkflowSample> Recent)
{
    /// <summary>
    /// What the models have learned from is usual. After a drift that they have learned of, only what came since is, and
    /// if that is too little, the next workflows too: else what they know already would be found again and again.
    /// </summary>
    /// <param name="samples">All workflows in the order of reports.</param>
    /// <param name="learnedUpTo">Report of the newest task that the active models have learned from.</param>
    /// <param name="learnedDrift">Report since which the newest drift was found that they have learned of; null without one.</param>
    /// <param name="options">How many are enough.</param>
    public static DriftWindows Of(IReadOnlyList<WorkflowSample> samples, DateTimeOffset learnedUpTo, DateTimeOffset? learnedDrift, DriftOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var since = samples.Where(sample => sample.ReportedAt >= (learnedDrift ?? DateTimeOffset.MinValue)).ToList();
        var learned = since.Count(sample => sample.ReportedAt <= learnedUpTo);
        var usual = learnedDrift is null ? learned : Math.Min(since.Count, Math.Max(learned, options.LeastReference));
        return new(since[..usual], since[usual..]);
    }
}
