namespace WorkflowRecovery.Wr.Checking;

/// <summary>The last line of a test run.</summary>
internal sealed record TestSummary(int Passed, int Failed, int Skipped)
{
    public string Line => $"{Passed} passed, {Failed} failed{(Skipped > 0 ? $", {Skipped} skipped" : string.Empty)}";

    /// <summary>A run in which nothing ran proves nothing.</summary>
    public bool IsGood => Failed == 0 && Passed > 0;

    public static TestSummary Of(IReadOnlyList<ProjectResult> results) =>
        new(results.Sum(result => result.Passed), results.Sum(result => result.Failed), results.Sum(result => result.Skipped));
}
