using System.Text;

namespace WorkflowRecovery.Ingestor.Intake;

/// <summary>A piece of somebody else's text that is safe to show: short, without control characters.</summary>
internal static class Excerpt
{
    private const int Longest = 80;

    /// <summary>In quotes.</summary>
    public static string Of(string? text) => text is null ? "null" : $"'{Plain(text, Longest)}'";

    /// <summary>Without quotes, up to <paramref name="longest"/> characters.</summary>
    public static string Plain(string text, int longest = Longest)
    {
        var shown = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(longest))
            shown.Append(Rune.IsControl(rune) || rune == Rune.ReplacementChar ? $"\\u{rune.Value:x4}" : rune.ToString());
        return shown.Append(text.Length > longest ? "…" : "").ToString();
    }
}
