namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    private const double Step = 0.2316419;
    private static readonly double[] Tail = [0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429];

    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>P(X below x), to seven places: Abramowitz and Stegun, 26.2.17.</summary>
    public static double Below(double x)
    {
        if (x > 0)
            return 1 - Below(-x);

        var t = 1 / (1 - (Step * x));
        return Density(x) * t * (Tail[0] + (t * (Tail[1] + (t * (Tail[2] + (t * (Tail[3] + (t * Tail[4]))))))));
    }
}
