namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>
/// Variances of areas under ROC curves after DeLong, DeLong and Clarke-Pearson (1988), by one sort instead of all
/// pairs (Sun and Xu 2014). Rows count as independent: where families of rows go together, use <see cref="GroupBootstrap"/>.
/// </summary>
public static class DeLong
{
    /// <summary>The area of a score. Null with fewer than two positives or two negatives.</summary>
    /// <param name="scores">Higher means more positive.</param>
    /// <param name="positives">Which are positive, as many as scores.</param>
    public static AreaEstimate? Of(IReadOnlyList<double> scores, IReadOnlyList<bool> positives)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(positives);
        return CanBeEstimated(positives) && PlacementsOf(scores, positives) is var placements
            ? new(MeanOf(placements, positives), Math.Sqrt(VarianceOf(placements, positives)))
            : null;
    }

    /// <summary>The difference of two scores' areas on the same rows. Null with fewer than two positives or two negatives.</summary>
    /// <param name="first">Higher means more positive.</param>
    /// <param name="second">The other score of the same rows.</param>
    /// <param name="positives">Which are positive, as many as scores.</param>
    public static AreaDifference? Difference(IReadOnlyList<double> first, IReadOnlyList<double> second, IReadOnlyList<bool> positives)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(positives);
        if (!CanBeEstimated(positives))
            return null;

        var (one, other) = (PlacementsOf(first, positives), PlacementsOf(second, positives));
        var between = Array.ConvertAll([.. Enumerable.Range(0, one.Length)], row => one[row] - other[row]);
        return new(MeanOf(one, positives), MeanOf(other, positives), Math.Sqrt(VarianceOf(between, positives)));
    }

    private static bool CanBeEstimated(IReadOnlyList<bool> positives) =>
        positives.Count(positive => positive) is var count && count >= 2 && positives.Count - count >= 2;

    /// <summary>Per row the share of the other side that it stands right to: below a positive, above a negative, ties half.</summary>
    private static double[] PlacementsOf(IReadOnlyList<double> scores, IReadOnlyList<bool> positives)
    {
        int[] rows = [.. Enumerable.Range(0, positives.Count)];
        var sorted = Ties.Sorted(scores, rows);
        var total = positives.Count(positive => positive);
        var (placements, foundBelow, wrongBelow) = (new double[rows.Length], 0, 0);
        for (var at = 0; at < rows.Length;)
        {
            var (begin, found) = (at, 0);
            for (; at < rows.Length && sorted[at].Equals(sorted[begin]); at++)
                found += positives[rows[at]] ? 1 : 0;

            var wrong = at - begin - found;
            foreach (var row in rows.AsSpan(begin, at - begin))
            {
                placements[row] = positives[row]
                    ? (wrongBelow + wrong / 2.0) / (rows.Length - total)
                    : (total - foundBelow - found / 2.0) / total;
            }

            foundBelow += found;
            wrongBelow += wrong;
        }

        return placements;
    }

    private static double MeanOf(double[] placements, IReadOnlyList<bool> positives) =>
        placements.Where((_, row) => positives[row]).Average();

    private static double VarianceOf(double[] placements, IReadOnlyList<bool> positives) =>
        VarianceOfMean([.. placements.Where((_, row) => positives[row])]) + VarianceOfMean([.. placements.Where((_, row) => !positives[row])]);

    private static double VarianceOfMean(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length;
    }
}
