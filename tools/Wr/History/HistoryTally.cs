using System.Collections.Immutable;

namespace WorkflowRecovery.Wr.History;

/// <summary>A record that was left out.</summary>
/// <param name="Key">Its key in the file; empty when the file itself could not be read on.</param>
/// <param name="Reason">Why.</param>
internal sealed record SkippedRecord(string Key, string Reason);

/// <summary>What came up while a file was read. Long lists are cut, the counts are not.</summary>
internal sealed class HistoryTally
{
    private const int Listed = 100;

    private readonly List<SkippedRecord> _skipped = [];
    private readonly List<string> _notes = [];

    public int Records { get; private set; }

    public int TimesFromExtras { get; private set; }

    public int TimesFromNames { get; private set; }

    public int WithoutTime { get; private set; }

    public int SkippedCount { get; private set; }

    public int NotesCount { get; private set; }

    public ImmutableArray<SkippedRecord> Skipped => [.. _skipped];

    public ImmutableArray<string> Notes => [.. _notes];

    public void Read() => Records++;

    public void Timed(string source)
    {
        if (source == PastTaskReader.FromExtras)
            TimesFromExtras++;
        else
            TimesFromNames++;
    }

    public void Untimed(string key)
    {
        WithoutTime++;
        Skip(key, "neither the extras nor the workflow's name tell when it was reported");
    }

    public void Skip(string key, string reason)
    {
        SkippedCount++;
        if (_skipped.Count < Listed)
            _skipped.Add(new SkippedRecord(key, reason));
    }

    public void Note(string note)
    {
        NotesCount++;
        if (_notes.Count < Listed)
            _notes.Add(note);
    }
}
