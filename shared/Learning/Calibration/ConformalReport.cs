using System.Collections.Immutable;

namespace WorkflowRecovery.Learning.Calibration;

/// <summary>What prediction sets did on rows that they were not calibrated on.</summary>
/// <param name="Coverage">Share of rows whose class was in the set.</param>
/// <param name="ClassCoverage">The same per class; null for a class that did not happen.</param>
/// <param name="MeanSize">Mean number of classes in a set: the fewer the more is said.</param>
/// <param name="OneClass">Share of rows whose set was one class: those that could be decided.</param>
/// <param name="OneClassRight">Share of these whose class it was; null when there are none.</param>
/// <param name="Empty">Share of rows whose set was empty.</param>
public sealed record ConformalReport(
    double Coverage, ImmutableArray<double?> ClassCoverage, double MeanSize, double OneClass, double? OneClassRight, double Empty)
{
    /// <summary>Measures sets.</summary>
    /// <param name="sets">The calibrated sets.</param>
    /// <param name="probabilities">Per row the probability of each class, at least one row.</param>
    /// <param name="classes">What happened, as many.</param>
    public static ConformalReport Of(ConformalSets sets, IReadOnlyList<double[]> probabilities, IReadOnlyList<int> classes)
    {
        ArgumentNullException.ThrowIfNull(sets);
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(classes);
        if (probabilities.Count != classes.Count)
            throw new ArgumentException($"{probabilities.Count} rows but {classes.Count} classes", nameof(classes));

        var rows = probabilities.Zip(classes, (row, happened) => (Set: sets.Of(row), Happened: happened)).ToList();
        var ofClass = rows.ToLookup(row => row.Happened);
        return new(
            rows.Average(Covered),
            [.. Enumerable.Range(0, sets.Lowest.Length).Select(@class => ofClass[@class].Select(row => (double?)Covered(row)).Average())],
            rows.Average(row => row.Set.Count),
            rows.Average(row => row.Set.Count == 1 ? 1.0 : 0),
            rows.Where(row => row.Set.Count == 1).Select(row => (double?)Covered(row)).Average(),
            rows.Average(row => row.Set.Count == 0 ? 1.0 : 0));

        static double Covered((IReadOnlyList<int> Set, int Happened) row) => row.Set.Contains(row.Happened) ? 1 : 0;
    }
}
