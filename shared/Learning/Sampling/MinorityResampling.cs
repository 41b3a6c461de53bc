namespace WorkflowRecovery.Learning.Sampling;

/// <summary>Repeats rows of rare classes.</summary>
public static class MinorityResampling
{
    /// <summary>
    /// All row numbers, then those repeated until every class that occurs has at least a share of the commonest one's
    /// rows. Every row of a class is repeated before one is repeated again.
    /// </summary>
    /// <param name="classes">The class of each row.</param>
    /// <param name="count">Number of classes.</param>
    /// <param name="ratio">Share of the commonest class's rows, above 0 up to 1 (as many).</param>
    /// <param name="seed">Same seed, same rows.</param>
    public static IReadOnlyList<int> Repeat(IReadOnlyList<int> classes, int count, double ratio, int seed)
    {
        ArgumentNullException.ThrowIfNull(classes);
        var missing = ClassWeights.MissingOf(classes, count, ratio);
        var random = new Random(seed);
        var rows = Enumerable.Range(0, classes.Count).ToList();
        for (var @class = 0; @class < count; @class++)
        {
            int[] own = [.. Enumerable.Range(0, classes.Count).Where(row => classes[row] == @class)];
            for (var left = missing[@class]; left > 0; left -= own.Length)
            {
                random.Shuffle(own);
                rows.AddRange(own.Take(left));
            }
        }

        return rows;
    }
}
