using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Evaluation;

/// <summary>
/// The honest split of examples: train on the past, calibrate on what came next, test on the latest; the rule is that
/// of <see cref="Splits.ByTimeAndGroup"/> over families.
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
        var split = Splits.ByTimeAndGroup(
            [.. ordered.Select(example => example.ReportedAt)], [.. ordered.Select(example => example.Family)], new(calibrateShare, testShare));
        return new(Rows(split.Train), Rows(split.Calibrate), Rows(split.Test), split.TestBorder!.Value);

        IReadOnlyList<Example> Rows(IReadOnlyList<int> rows) => [.. rows.Select(row => ordered[row])];
    }
}
