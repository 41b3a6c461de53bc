namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>Rows of like probability.</summary>
/// <param name="Probability">Mean probability of being positive that they were given.</param>
/// <param name="Share">Share of them that are positive.</param>
/// <param name="Count">How many they are, at least one.</param>
public sealed record ReliabilityBin(double Probability, double Share, int Count);

/// <summary>What happened against what was promised: of the rows that were given a probability, how many were positive.</summary>
public static class ReliabilityCurve
{
    /// <summary>Bins of equal width between 0 and 1, in rising order, those without rows left out; a border belongs to the bin above.</summary>
    /// <param name="probabilities">Of being positive, 0 to 1.</param>
    /// <param name="positives">Which are positive, as many as probabilities.</param>
    /// <param name="bins">Number of bins, above 0.</param>
    public static IReadOnlyList<ReliabilityBin> EqualWidth(IReadOnlyList<double> probabilities, IReadOnlyList<bool> positives, int bins)
    {
        var rows = Sorted(probabilities, positives, bins);
        return [.. rows.GroupBy(row => Math.Min((int)(row.Probability * bins), bins - 1)).Select(BinOf)];
    }

    /// <summary>Bins of equal count, in rising order; equal probabilities stay in one bin, so there may be fewer.</summary>
    /// <param name="probabilities">Of being positive, 0 to 1.</param>
    /// <param name="positives">Which are positive, as many as probabilities.</param>
    /// <param name="bins">Number of bins, above 0.</param>
    public static IReadOnlyList<ReliabilityBin> EqualCount(IReadOnlyList<double> probabilities, IReadOnlyList<bool> positives, int bins)
    {
        var rows = Sorted(probabilities, positives, bins);
        var (curve, begin) = (new List<ReliabilityBin>(bins), 0);
        for (var bin = 1; bin <= bins; bin++)
        {
            var end = Math.Max(begin, (int)((long)rows.Length * bin / bins));
            while (end > begin && end < rows.Length && rows[end].Probability.Equals(rows[end - 1].Probability))
                end++;

            if (end > begin)
                curve.Add(BinOf(rows[begin..end]));

            begin = end;
        }

        return curve;
    }

    private static (double Probability, bool Positive)[] Sorted(IReadOnlyList<double> probabilities, IReadOnlyList<bool> positives, int bins)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        bool[] labels = [.. positives];
        return [.. Ties.Sorted(probabilities, labels).Zip(labels)];
    }

    private static ReliabilityBin BinOf(IEnumerable<(double Probability, bool Positive)> rows)
    {
        var (sum, positive, count) = (0.0, 0, 0);
        foreach (var row in rows)
        {
            sum += row.Probability;
            positive += row.Positive ? 1 : 0;
            count++;
        }

        return new(sum / count, (double)positive / count, count);
    }
}
