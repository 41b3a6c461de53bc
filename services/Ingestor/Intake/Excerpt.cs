using System.Text;

namespace WorkflowRecovery.Ingestor.Intake;

/// <summary>A piece of somebody else's text that is safe to show: short, quoted, without control characters.</summary>
internal static class Excerpt
{
    private const int Longest = 80;

    public static string Of(string? text)
    {
        if (text is null)
            return "null";

        var shown = new StringBuilder("'");
        foreach (var rune in text.EnumerateRunes().Take(Longest))
            shown.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? $"\\u{rune.Value:x4}" : rune.ToString());
        return shown.Append(text.Length > Longest ? "…'" : "'").ToString();
    }
}
