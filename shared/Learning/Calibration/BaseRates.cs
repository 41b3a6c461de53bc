namespace WorkflowRecovery.Learning.Calibration;

/// <summary>How often each class happens, the recent past counting most.</summary>
public static class BaseRates
{
    /// <summary>What is added to every class, so that one that has not happened yet stays possible.</summary>
    private const double Pseudocount = 0.5;

    /// <summary>Half of the weight per half-life: 1 for the newest moment.</summary>
    public static double Recency(DateTimeOffset at, DateTimeOffset newest, TimeSpan halfLife) =>
        Math.Pow(0.5, Math.Max(0, (newest - at) / halfLife));

    /// <summary>Class probabilities from weighted classes, each class having half an example more than it has; they sum to 1.</summary>
    public static double[] Of(IEnumerable<(int Class, double Weight)> rows, int classes)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var sums = new double[classes];
        Array.Fill(sums, Pseudocount);
        foreach (var (@class, weight) in rows)
            sums[@class] += weight;

        var total = sums.Sum();
        return Array.ConvertAll(sums, sum => sum / total);
    }
}
