using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.Wr.Display;

/// <summary>Lines of one thing, each with a word before it. At a terminal they are broken between words; in a pipe each is one line.</summary>
internal sealed class Details
{
    private const string Gap = "  ";

    private readonly List<(string Word, string Text)> _lines = [];

    public void Add(string word, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            _lines.Add((word, SafeText.Of(text)));
    }

    /// <summary>The word stands once, before the first.</summary>
    public void Add(string word, IEnumerable<string> texts)
    {
        foreach (var (at, text) in texts.Index())
            Add(at == 0 ? word : "", text);
    }

    /// <summary>The lines for a screen of this width; for null, of any.</summary>
    public IEnumerable<string> Lines(int? width)
    {
        var left = _lines.Select(line => line.Word.Length).DefaultIfEmpty(0).Max() + Gap.Length;
        return _lines.SelectMany(line => Listing.Broken(line.Text, width - left ?? int.MaxValue)
            .Select((part, at) => (at == 0 ? line.Word : "").PadRight(left) + part));
    }
}
