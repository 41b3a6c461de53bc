using MathNet.Numerics.Statistics;

namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>A measure and the percentile interval of its resamples.</summary>
/// <param name="Estimate">The measure over all rows; null where it has none.</param>
/// <param name="Low">Lower end; null when no resample had a value.</param>
/// <param name="High">Upper end; null when no resample had a value.</param>
/// <param name="Rounds">Resamples that had a value.</param>
public sealed record BootstrapInterval(double? Estimate, double? Low, double? High, int Rounds);

/// <summary>
/// The bootstrap over whole groups: siblings of a workflow go together, so it is families that are drawn with
/// replacement, as many as there are, and each brings all of its rows.
/// </summary>
/// <param name="rounds">Number of resamples, above 0.</param>
/// <param name="seed">Same seed, same resamples.</param>
/// <param name="level">How often such an interval should hold the truth, between 0 and 1.</param>
public sealed class GroupBootstrap(int rounds, int seed, double level = 0.95)
{
    /// <summary>The interval of any measure of rows.</summary>
    /// <param name="groups">The group of each row.</param>
    /// <param name="measure">Measures rows given by their numbers, of which some come more than once; null where it cannot. The list is filled anew for each resample, so it must not be kept.</param>
    public BootstrapInterval Of<TGroup>(IReadOnlyList<TGroup> groups, Func<IReadOnlyList<int>, double?> measure)
        where TGroup : notnull
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(measure);
        var members = Enumerable.Range(0, groups.Count).GroupBy(row => groups[row]).Select(group => group.ToArray()).ToArray();
        var random = new Random(seed);
        var values = new List<double>(rounds);
        var drawn = new List<int>(groups.Count);
        for (var round = 0; round < rounds; round++)
        {
            drawn.Clear();
            for (var draw = 0; draw < members.Length; draw++)
                drawn.AddRange(members[random.Next(members.Length)]);

            if (measure(drawn) is { } value)
                values.Add(value);
        }

        return new(measure([.. Enumerable.Range(0, groups.Count)]), Percentile(values, (1 - level) / 2), Percentile(values, (1 + level) / 2), values.Count);
    }

    /// <summary>The interval of a measure of scores, such as <see cref="RocCurve.Area"/>.</summary>
    /// <param name="groups">The group of each row.</param>
    /// <param name="scores">One score per row.</param>
    /// <param name="positives">Which rows are positive.</param>
    /// <param name="measure">Measures scores and labels; null where it cannot.</param>
    public BootstrapInterval Of<TGroup>(
        IReadOnlyList<TGroup> groups,
        IReadOnlyList<double> scores,
        IReadOnlyList<bool> positives,
        Func<IReadOnlyList<double>, IReadOnlyList<bool>, double?> measure)
        where TGroup : notnull => Of(groups, rows => measure(Of(rows, scores), Of(rows, positives)));

    /// <summary>The interval of the difference first - second of two scores of the same rows, both measured on the same resamples.</summary>
    /// <param name="groups">The group of each row.</param>
    /// <param name="first">One score per row.</param>
    /// <param name="second">The other score per row.</param>
    /// <param name="positives">Which rows are positive.</param>
    /// <param name="measure">Measures scores and labels; null where it cannot.</param>
    public BootstrapInterval Difference<TGroup>(
        IReadOnlyList<TGroup> groups,
        IReadOnlyList<double> first,
        IReadOnlyList<double> second,
        IReadOnlyList<bool> positives,
        Func<IReadOnlyList<double>, IReadOnlyList<bool>, double?> measure)
        where TGroup : notnull => Of(groups, rows =>
        {
            var labels = Of(rows, positives);
            return measure(Of(rows, first), labels) - measure(Of(rows, second), labels);
        });

    private static T[] Of<T>(IReadOnlyList<int> rows, IReadOnlyList<T> values)
    {
        var picked = new T[rows.Count];
        for (var at = 0; at < picked.Length; at++)
            picked[at] = values[rows[at]];

        return picked;
    }

    // As numpy.percentile does it: a line between the two nearest values.
    private static double? Percentile(List<double> values, double share) =>
        values.Count == 0 ? null : values.QuantileCustom(share, QuantileDefinition.R7);
}
