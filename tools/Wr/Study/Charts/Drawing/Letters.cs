using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.Wr.Study.Charts.Drawing;

/// <summary>Text from outside, made writable, and how much room it needs. Nobody measures type here: widths are those of a wide sans-serif face.</summary>
internal static class Letters
{
    private const string Narrow = "iljtfrI.,:;|!'()[]/ \u202F-";
    private const string Wide = "mwMW@%×";

    /// <summary>The text without what XML cannot hold and without what moves or hides other text.</summary>
    public static string Clean(string? text)
    {
        var safe = SafeText.Of(text).ToCharArray();
        for (var at = 0; at < safe.Length; at++)
        {
            if (at + 1 < safe.Length && char.IsSurrogatePair(safe[at], safe[at + 1]))
                at++;
            else if (char.IsSurrogate(safe[at]) || safe[at] is '\uFFFE' or '\uFFFF')
                safe[at] = '\uFFFD';
        }

        return new string(safe);
    }

    /// <summary>The width in pixels that the text needs at most, at a size in pixels.</summary>
    public static double Width(string text, double size) => size * text.Sum(Em);

    /// <summary>Up to so many lines no wider than that, the last one cut when there is more.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width, int lines)
    {
        var all = Wrap(text, size, width);
        return all.Count <= lines ? all : [.. all.Take(lines - 1), Fit(string.Join(' ', all.Skip(lines - 1)), size, width)];
    }

    /// <summary>The text, cut with an ellipsis when it is wider than that.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Width(text, size) <= width)
            return text;
        var length = text.Length;
        while (length > 0 && Width(text[..length], size) + size > width)
            length--;
        return $"{text[..length].TrimEnd()}…";
    }

    /// <summary>Lines no wider than that, broken between words; a word that is too long is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}", size) <= width)
                lines[^1] += $" {word}";
            else
                lines.Add(Fit(word, size, width));
        }

        return lines;
    }

    private static double Em(char letter) => letter switch
    {
        _ when Narrow.Contains(letter, StringComparison.Ordinal) => 0.38,
        _ when Wide.Contains(letter, StringComparison.Ordinal) => 0.95,
        >= 'A' and <= 'Z' => 0.7,
        >= '\u1100' and < '\u2000' or >= '\u2E80' => 1.0,
        _ => 0.6,
    };
}
