using System.Buffers;

namespace WorkflowRecovery.Learning.Text;

/// <summary>Tells by the look of some characters whether they are a word or something that differs from log to log.</summary>
internal static class Shapes
{
    private const int ShortestHex = 8;
    private const int LongestUnit = 2;
    private const int DigitsOfAnId = 3;

    /// <summary>More characters than this without white space are not read: enough for any path, bounded for hostile text.</summary>
    private const int LongestChunk = 256;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789.,:-");
    private static readonly SearchValues<char> OfHex = SearchValues.Create("0123456789ABCDEFabcdef");
    private static readonly SearchValues<char> OfHexIds = SearchValues.Create("0123456789ABCDEFabcdef-");
    private static readonly SearchValues<char> OfNames =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    public static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c == '_';

    /// <summary>Cuts punctuation at both ends, but keeps the slash that a path begins with.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> chunk)
    {
        var begin = 0;
        while (begin < chunk.Length && !IsOfWord(chunk[begin]) && chunk[begin] != '/')
            begin++;

        var end = chunk.Length;
        while (end > begin && !IsOfWord(chunk[end - 1]))
            end--;

        return chunk[begin..end];
    }

    /// <summary>What stands for the characters; null when they are a word, or several to be taken apart.</summary>
    public static string? PlaceholderOf(ReadOnlySpan<char> chunk)
    {
        if (chunk.Length > LongestChunk)
            return Placeholders.Overlong;

        if (chunk[0] == '/' || chunk.Count('/') > 1)
            return Placeholders.Path;

        if (chunk.ContainsAny(Digits))
            return DigitsOf(chunk);

        return chunk.Length > Tokenizer.LongestWord && IsOneWord(chunk) ? Placeholders.Overlong : null;
    }

    private static string? DigitsOf(ReadOnlySpan<char> chunk)
    {
        if (IsNumber(chunk))
            return Placeholders.Number;

        if (IsHex(chunk))
            return Placeholders.Hex;

        if (!chunk.ContainsAnyExcept(OfNames))
        {
            if (IsSite(chunk))
                return Placeholders.Site;

            if (CountDigits(chunk) >= DigitsOfAnId)
                return Placeholders.Id;
        }

        return chunk.Length > Tokenizer.LongestWord && IsOneWord(chunk) ? Placeholders.Overlong : null;
    }

    /// <summary>T0_ to T3_ and more.</summary>
    private static bool IsSite(ReadOnlySpan<char> name) => name is ['T', >= '0' and <= '3', '_', _, ..];

    /// <summary>Digits with points, commas, colons or dashes between them (times and dates too), and perhaps a short unit.</summary>
    private static bool IsNumber(ReadOnlySpan<char> chunk)
    {
        var end = chunk.LastIndexOfAny(Digits) + 1;
        return char.IsAsciiDigit(chunk[0]) && !chunk[..end].ContainsAnyExcept(OfNumbers) && chunk.Length - end <= LongestUnit;
    }

    private static bool IsHex(ReadOnlySpan<char> chunk) =>
        chunk is ['0', 'x' or 'X', _, ..]
            ? !chunk[2..].ContainsAnyExcept(OfHex)
            : chunk.Length >= ShortestHex && !chunk.ContainsAnyExcept(OfHexIds);

    private static bool IsOneWord(ReadOnlySpan<char> chunk)
    {
        foreach (var c in chunk)
        {
            if (!IsOfWord(c))
                return false;
        }

        return true;
    }

    private static int CountDigits(ReadOnlySpan<char> chunk)
    {
        var count = 0;
        foreach (var c in chunk)
            count += char.IsAsciiDigit(c) ? 1 : 0;

        return count;
    }
}
