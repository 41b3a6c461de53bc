namespace WorkflowRecovery.Wr.Live;

/// <summary>Percentiles by the nearest rank: the smallest value that at least this share does not exceed.</summary>
internal static class Percentile
{
    /// <summary>The value; 0 for no values.</summary>
    /// <param name="values">In any order.</param>
    /// <param name="share">Above 0, at most 1.</param>
    public static double Of(IReadOnlyCollection<double> values, double share)
    {
        if (values.Count == 0)
            return 0;
        var rank = (int)Math.Ceiling(share * values.Count);
        return values.Order().ElementAt(rank - 1);
    }
}
