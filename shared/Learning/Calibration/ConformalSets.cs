using System.Collections.Immutable;

namespace WorkflowRecovery.Learning.Calibration;

/// <summary>
/// Split-conformal prediction sets, calibrated per class (Mondrian; Vovk et al. 2005): of later rows of each class on average
/// at least 1 - alpha get a set that holds their class. It holds however good the model is, but only for the very model that was
/// asked about the rows calibrated on, which it must not have learned from, and for later rows that could as well have been among
/// them: tasks of one workflow are not such rows, workflows may be, and after a drift nothing is.
/// </summary>
/// <param name="Lowest">Per class the lowest probability with which it enters the set; 0 lets it in always.</param>
public sealed record ConformalSets(ImmutableArray<double> Lowest)
{
    /// <summary>
    /// Calibrates on rows that the model has not seen. Per class with n rows the bound is the k-th lowest probability
    /// that they were given, k = floor(alpha (n + 1)); with k = 0, too few rows to promise anything else, the class enters always.
    /// </summary>
    /// <param name="probabilities">Per row the probability of each class.</param>
    /// <param name="classes">What happened, as many.</param>
    /// <param name="count">Number of classes.</param>
    /// <param name="alpha">Share of rows whose class may be missed, between 0 and 1.</param>
    public static ConformalSets Fit(IReadOnlyList<double[]> probabilities, IReadOnlyList<int> classes, int count, double alpha)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(classes);
        if (probabilities.Count != classes.Count)
            throw new ArgumentException($"{probabilities.Count} rows but {classes.Count} classes", nameof(classes));

        if (alpha is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "alpha is between 0 and 1");

        var given = Enumerable.Range(0, classes.Count).ToLookup(row => classes[row], row => probabilities[row][classes[row]]);
        return new([.. Enumerable.Range(0, count).Select(@class => LowestOf([.. given[@class].Order()], alpha))]);
    }

    /// <summary>The classes that may happen, rising; none when the row is unlike everything seen.</summary>
    /// <param name="probabilities">The probability of each class.</param>
    public IReadOnlyList<int> Of(IReadOnlyList<double> probabilities) =>
        [.. Enumerable.Range(0, Lowest.Length).Where(@class => probabilities[@class] >= Lowest[@class])];

    private static double LowestOf(double[] given, double alpha) =>
        (int)Math.Floor(alpha * (given.Length + 1) + 1e-9) is var k and > 0 ? given[k - 1] : 0;
}
