namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>The interval of a share that is looked at once (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927).</summary>
public static class WilsonScore
{
    // The 0.975 quantile of the normal distribution: an interval of 95 %.
    private const double Z = 1.959963984540054;

    /// <summary>Lower end of the 95 % interval; 0 without cases.</summary>
    /// <param name="cases">All cases.</param>
    /// <param name="share">The share of them that counts, 0 to 1.</param>
    public static double LowerEnd(int cases, double share)
    {
        if (cases == 0)
            return 0;

        var n = (double)cases;
        var centre = share + (Z * Z / (2 * n));
        var spread = Z * Math.Sqrt(((share * (1 - share)) + (Z * Z / (4 * n))) / n);
        return Math.Max(0, (centre - spread) / (1 + (Z * Z / n)));
    }
}
