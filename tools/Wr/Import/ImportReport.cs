using WorkflowRecovery.Wr.History;

namespace WorkflowRecovery.Wr.Import;

/// <summary>What an import came to.</summary>
/// <param name="Records">Records in the file.</param>
/// <param name="Stored">New ones, now with matrix and label.</param>
/// <param name="AlreadyKnown">Those whose task path was imported before.</param>
/// <param name="SkippedCount">Those left out.</param>
/// <param name="Skipped">The first of them with their reasons.</param>
/// <param name="TimesFromExtras">Times that the extras told.</param>
/// <param name="TimesFromNames">Times read from the workflow's name.</param>
/// <param name="WithoutTime">Records left out since nothing told their time.</param>
/// <param name="NotesCount">Values read with a guess or left out.</param>
/// <param name="Notes">The first of these.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record ImportReport(
    int Records,
    long Stored,
    long AlreadyKnown,
    int SkippedCount,
    IReadOnlyList<SkippedRecord> Skipped,
    int TimesFromExtras,
    int TimesFromNames,
    int WithoutTime,
    int NotesCount,
    IReadOnlyList<string> Notes,
    double Seconds)
{
    public static ImportReport Of(HistoryTally tally, ImportResult result, TimeSpan took) => new(
        tally.Records,
        result.Stored,
        result.Submitted - result.Stored,
        tally.SkippedCount,
        tally.Skipped,
        tally.TimesFromExtras,
        tally.TimesFromNames,
        tally.WithoutTime,
        tally.NotesCount,
        tally.Notes,
        Math.Round(took.TotalSeconds, 2));

    /// <summary>The report for a person.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"{Records} records read in {Seconds:0.0} s: {Stored} stored, {AlreadyKnown} already known, {SkippedCount} skipped.";
        yield return $"Times: {TimesFromExtras} from the extras, {TimesFromNames} from the workflow's name, {WithoutTime} records without any.";
        foreach (var record in Skipped)
            yield return $"  skipped {(record.Key.Length == 0 ? "(rest of the file)" : record.Key)}: {record.Reason}";
        if (SkippedCount > Skipped.Count)
            yield return $"  … and {SkippedCount - Skipped.Count} more";
        if (NotesCount > 0)
            yield return $"{NotesCount} values were left out or read with a guess:";
        foreach (var note in Notes)
            yield return $"  {note}";
        if (NotesCount > Notes.Count)
            yield return $"  … and {NotesCount - Notes.Count} more";
    }
}
