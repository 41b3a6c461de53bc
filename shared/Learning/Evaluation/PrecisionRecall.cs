namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>Precision against recall of a score.</summary>
public static class PrecisionRecall
{
    /// <summary>
    /// Average precision: the sum over thresholds of precision x the gain in recall, equal scores passing together.
    /// Null without positives.
    /// </summary>
    /// <param name="scores">Higher means more positive.</param>
    /// <param name="positives">Which are positive, as many as scores.</param>
    public static double? Area(IReadOnlyList<double> scores, IReadOnlyList<bool> positives)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var (found, taken, area) = (0L, 0L, 0.0);
        foreach (var tie in Ties.Of(scores, positives).Reverse())
        {
            found += tie.Positives;
            taken += tie.Positives + tie.Negatives;
            area += (double)found / taken * tie.Positives;
        }

        return found == 0 ? null : area / found;
    }
}
