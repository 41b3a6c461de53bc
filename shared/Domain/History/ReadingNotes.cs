using System.Globalization;

namespace WorkflowRecovery.Domain.History;

/// <summary>Notes on one record, bounded so that a record of nothing but faults cannot fill the memory.</summary>
internal sealed class ReadingNotes
{
    private const int Limit = 20;
    private const int ShownCharacters = 80;

    private readonly List<string> _notes = [];
    private int _dropped;

    public void Add(string note)
    {
        if (_notes.Count < Limit)
            _notes.Add(note);
        else
            _dropped++;
    }

    public IReadOnlyList<string> ToList() =>
        _dropped == 0 ? _notes : [.. _notes, string.Create(CultureInfo.InvariantCulture, $"{_dropped} more notes of this kind")];

    /// <summary>A value from the file, cut to a length that a report can hold.</summary>
    public static string Show(string? text) => text switch
    {
        null => "null",
        { Length: > ShownCharacters } => $"'{text[..ShownCharacters]}…'",
        _ => $"'{text}'",
    };
}
