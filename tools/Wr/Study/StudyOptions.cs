using WorkflowRecovery.Wr.History;

namespace WorkflowRecovery.Wr.Study;

/// <summary>What to study, and how long it may take.</summary>
/// <param name="Paths">Recorded actions; null: simulated ones.</param>
/// <param name="Only">Rows to run; empty: all.</param>
/// <param name="Seeds">Seeds of each approach.</param>
/// <param name="Budget">Wall-clock time of the whole; the searches take what the rest leaves.</param>
/// <param name="Quick">Whether to sample the tasks and to keep to fewer variants.</param>
/// <param name="Searches">File for the trials of the searches, to go on from.</param>
/// <param name="Json">File for the numbers.</param>
/// <param name="Report">File for the report.</param>
internal sealed record StudyOptions(
    HistoryPaths? Paths, IReadOnlyList<int> Only, int Seeds, TimeSpan Budget, bool Quick, string? Searches, string? Json, string? Report)
{
    /// <summary>Whether a row of the talk, or ours (0), is asked for.</summary>
    public bool Wants(int row) => Only.Count == 0 || Only.Contains(row);
}
