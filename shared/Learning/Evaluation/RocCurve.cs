namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>One cut of a score: what passes when every row with at least this score does.</summary>
/// <param name="Threshold">The lowest score that passes; positive infinity at the first point, where nothing does.</param>
/// <param name="FalsePositiveRate">Share of the negatives that pass.</param>
/// <param name="TruePositiveRate">Share of the positives that pass.</param>
public sealed record RocPoint(double Threshold, double FalsePositiveRate, double TruePositiveRate);

/// <summary>The receiver operating characteristic of a score.</summary>
public static class RocCurve
{
    /// <summary>
    /// The area under it: the probability that a positive scores above a negative, ties counting half
    /// (Mann-Whitney). Null when one side is missing. <see cref="DeLong"/> says how sure it is.
    /// </summary>
    /// <param name="scores">Higher means more positive.</param>
    /// <param name="positives">Which are positive, as many as scores.</param>
    public static double? Area(IReadOnlyList<double> scores, IReadOnlyList<bool> positives)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(positives);
        var (below, wins, positive) = (0L, 0.0, 0L);
        foreach (var tie in Ties.Of(scores, positives))
        {
            wins += tie.Positives * (below + tie.Negatives / 2.0);
            below += tie.Negatives;
            positive += tie.Positives;
        }

        return positive == 0 || below == 0 ? null : wins / positive / below;
    }

    /// <summary>The curve from (0, 0) to (1, 1), one point per score that occurs, equal scores passing together.</summary>
    /// <param name="scores">Higher means more positive.</param>
    /// <param name="positives">Which are positive, as many as scores.</param>
    /// <param name="atMost">For plotting: keep so many points, at least 2, evenly spaced along the curve; null keeps all.</param>
    /// <returns>Empty when one side is missing.</returns>
    public static IReadOnlyList<RocPoint> Points(IReadOnlyList<double> scores, IReadOnlyList<bool> positives, int? atMost = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(positives);
        var ties = Ties.Of(scores, positives);
        var (positive, negative) = (ties.Sum(tie => tie.Positives), ties.Sum(tie => tie.Negatives));
        if (positive == 0 || negative == 0)
            return [];

        var points = new List<RocPoint>(ties.Count + 1) { new(double.PositiveInfinity, 0, 0) };
        var (found, wrong) = (0L, 0L);
        for (var at = ties.Count - 1; at >= 0; at--)
        {
            found += ties[at].Positives;
            wrong += ties[at].Negatives;
            points.Add(new(ties[at].Score, (double)wrong / negative, (double)found / positive));
        }

        return Thinning.Of(points, point => (point.FalsePositiveRate, point.TruePositiveRate), atMost);
    }
}
