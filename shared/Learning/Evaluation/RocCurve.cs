namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>The receiver operating characteristic of a score.</summary>
public static class RocCurve
{
    /// <summary>
    /// The area under it: the probability that a positive scores above a negative, ties counting half
    /// (Mann-Whitney). Null when one side is missing.
    /// </summary>
    /// <param name="scores">Higher means more positive.</param>
    /// <param name="positives">Which are positive, as many as scores.</param>
    public static double? Area(IReadOnlyList<double> scores, IReadOnlyList<bool> positives)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var (below, wins, positive) = (0L, 0.0, 0L);
        foreach (var tie in Ties.Of(scores, positives))
        {
            wins += tie.Positives * (below + tie.Negatives / 2.0);
            below += tie.Negatives;
            positive += tie.Positives;
        }

        return positive == 0 || below == 0 ? null : wins / positive / below;
    }
}
