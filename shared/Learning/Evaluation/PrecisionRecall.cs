namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>One cut of a score: what passes when every row with at least this score does.</summary>
/// <param name="Threshold">The lowest score that passes.</param>
/// <param name="Recall">Share of the positives that pass.</param>
/// <param name="Precision">Share of what passes that is positive.</param>
public sealed record PrecisionRecallPoint(double Threshold, double Recall, double Precision);

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
        ArgumentNullException.ThrowIfNull(positives);
        var ties = Ties.Of(scores, positives);
        var (found, taken, area) = (0L, 0L, 0.0);
        for (var at = ties.Count - 1; at >= 0; at--)
        {
            found += ties[at].Positives;
            taken += ties[at].Positives + ties[at].Negatives;
            area += (double)found / taken * ties[at].Positives;
        }

        return found == 0 ? null : area / found;
    }

    /// <summary>The curve in rising recall, one point per score that occurs, equal scores passing together; the last point lets all pass.</summary>
    /// <param name="scores">Higher means more positive.</param>
    /// <param name="positives">Which are positive, as many as scores.</param>
    /// <param name="atMost">For plotting: keep so many points, at least 2, evenly spaced along the curve; null keeps all.</param>
    /// <returns>Empty without positives.</returns>
    public static IReadOnlyList<PrecisionRecallPoint> Points(IReadOnlyList<double> scores, IReadOnlyList<bool> positives, int? atMost = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(positives);
        var ties = Ties.Of(scores, positives);
        var positive = ties.Sum(tie => tie.Positives);
        if (positive == 0)
            return [];

        var points = new List<PrecisionRecallPoint>(ties.Count);
        var (found, taken) = (0L, 0L);
        for (var at = ties.Count - 1; at >= 0; at--)
        {
            found += ties[at].Positives;
            taken += ties[at].Positives + ties[at].Negatives;
            points.Add(new(ties[at].Score, (double)found / positive, (double)found / taken));
        }

        return Thinning.Of(points, point => (point.Recall, point.Precision), atMost);
    }
}
