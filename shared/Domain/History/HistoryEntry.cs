namespace WorkflowRecovery.Domain.History;

/// <summary>One member of a file of recorded actions: read, or skipped for a reason.</summary>
/// <param name="Key">The key in the file, as a rule a task path; empty when the file itself could not be read on.</param>
/// <param name="Record">The record, null when skipped.</param>
/// <param name="Skipped">Why there is no record, null when there is one.</param>
/// <param name="Notes">What was left out of the record or read with a guess, one sentence each.</param>
public sealed record HistoryEntry(string Key, HistoryRecord? Record, string? Skipped, IReadOnlyList<string> Notes);
