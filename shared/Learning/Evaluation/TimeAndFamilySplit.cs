using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>
/// The honest split: train on the past, calibrate on what came next, test on the latest. A family that begins before
/// a border is dropped after it, so that no later part holds a sibling or a later round of what was learned from,
/// and nothing from the future moves back.
/// </summary>
/// <param name="Train">Examples before the first border.</param>
/// <param name="Calibrate">Between the borders, only families that begin there.</param>
/// <param name="Test">From the second border on, only families that begin there.</param>
/// <param name="TestBorder">Examples before this moment are the past of the test part.</param>
public sealed record TimeAndFamilySplit(
    IReadOnlyList<Example> Train, IReadOnlyList<Example> Calibrate, IReadOnlyList<Example> Test, DateTimeOffset TestBorder)
{
    /// <summary>Splits by shares of the examples in time order; equal times stay on one side.</summary>
    /// <param name="examples">In any order, at least one.</param>
    /// <param name="calibrateShare">Share of the middle part.</param>
    /// <param name="testShare">Share of the last part.</param>
    public static TimeAndFamilySplit Of(IReadOnlyList<Example> examples, double calibrateShare, double testShare)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var ordered = examples.OrderBy(example => example.ReportedAt).ThenBy(example => example.Task, StringComparer.Ordinal).ToList();
        var first = BorderAt(ordered, 1 - calibrateShare - testShare);
        var second = BorderAt(ordered, 1 - testShare);
        var begin = ordered.GroupBy(example => example.Family).ToDictionary(family => family.Key, family => family.First().ReportedAt);
        return new(
            [.. ordered.Where(example => example.ReportedAt < first)],
            [.. ordered.Where(example => example.ReportedAt < second && begin[example.Family] >= first)],
            [.. ordered.Where(example => begin[example.Family] >= second)],
            second);
    }

    private static DateTimeOffset BorderAt(List<Example> ordered, double share) =>
        ordered[Math.Clamp((int)(ordered.Count * share), 0, ordered.Count - 1)].ReportedAt;
}
