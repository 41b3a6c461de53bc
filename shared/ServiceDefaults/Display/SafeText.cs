using System.Globalization;
using System.Text;

namespace WorkflowRecovery.ServiceDefaults.Display;

/// <summary>Text that came from outside, made harmless for a terminal and for a page: it must not move the cursor, colour or reorder anything. A page must still escape it.</summary>
public static class SafeText
{
    /// <summary>The text with control and format characters written as <c>\uXXXX</c>.</summary>
    public static string Of(string? text)
    {
        if (text is null || !text.Any(IsUnsafe))
            return text ?? "";

        var safe = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
            safe.Append(IsUnsafe(letter) ? $"\\u{(int)letter:X4}" : letter.ToString());
        return safe.ToString();
    }

    /// <summary>The same, cut to a length.</summary>
    public static string Of(string? text, int length)
    {
        var safe = Of(text);
        return safe.Length <= length ? safe : string.Concat(safe.AsSpan(0, length - 1), "…");
    }

    private static bool IsUnsafe(char letter) => char.GetUnicodeCategory(letter) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
