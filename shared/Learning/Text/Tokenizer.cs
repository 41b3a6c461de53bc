using System.Collections.Immutable;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Text;

/// <summary>
/// Takes logs apart into lower-case words. What differs from log to log becomes one of the <see cref="Placeholders"/>.
/// Any text is taken, and in time proportional to its length: a word has at most <see cref="LongestWord"/> characters, a
/// task at most <see cref="MostWords"/> words.
/// </summary>
public static class Tokenizer
{
    /// <summary>Characters of a word; a longer one is <see cref="Placeholders.Overlong"/>.</summary>
    public const int LongestWord = 40;

    /// <summary>Words of a task that are looked at, over all its logs in their order: the cap of the CMS study of logs.</summary>
    public const int MostWords = 400;

    /// <summary>The words of one text, at most <see cref="MostWords"/>.</summary>
    public static ImmutableArray<string> WordsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = ImmutableArray.CreateBuilder<string>();
        Read(text, MostWords, word => words.Add(word.ToString()));
        return words.ToImmutable();
    }

    /// <summary>The words of all logs of a task, one log after the other, at most <see cref="MostWords"/>.</summary>
    public static ImmutableArray<string> WordsOf(ReportedTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var words = ImmutableArray.CreateBuilder<string>();
        Read(task.Logs, word => words.Add(word.ToString()));
        return words.ToImmutable();
    }

    /// <summary>Hands over the words of all logs of a task. A word is only there until the call returns.</summary>
    internal static void Read(IReadOnlyList<TaskLog> logs, Action<ReadOnlySpan<char>> take)
    {
        var left = MostWords;
        for (var at = 0; at < logs.Count && left > 0; at++)
            left = Read(logs[at].Text, left, take);
    }

    /// <summary>Reads at most so many words; gives how many may still come.</summary>
    private static int Read(string text, int left, Action<ReadOnlySpan<char>> take)
    {
        var rest = text.AsSpan();
        Span<char> buffer = stackalloc char[LongestWord];
        while (left > 0 && NextChunk(ref rest, out var chunk))
        {
            if (Shapes.PlaceholderOf(chunk) is { } placeholder)
            {
                take(placeholder);
                left--;
                continue;
            }

            while (left > 0 && NextWord(ref chunk, out var word))
            {
                take(Shapes.PlaceholderOf(word) is { } standIn ? standIn : buffer[..word.ToLowerInvariant(buffer)]);
                left--;
            }
        }

        return left;
    }

    /// <summary>The next characters up to white space, without the punctuation around them.</summary>
    private static bool NextChunk(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> chunk)
    {
        chunk = [];
        while (chunk.IsEmpty && !rest.IsEmpty)
        {
            rest = rest.TrimStart();
            var end = 0;
            while (end < rest.Length && !char.IsWhiteSpace(rest[end]))
                end++;

            chunk = Shapes.Trim(rest[..end]);
            rest = rest[end..];
        }

        return !chunk.IsEmpty;
    }

    /// <summary>The next letters, digits and underscores of a chunk.</summary>
    private static bool NextWord(ref ReadOnlySpan<char> chunk, out ReadOnlySpan<char> word)
    {
        var begin = 0;
        while (begin < chunk.Length && !Shapes.IsOfWord(chunk[begin]))
            begin++;

        var end = begin;
        while (end < chunk.Length && Shapes.IsOfWord(chunk[end]))
            end++;

        word = chunk[begin..end];
        chunk = chunk[end..];
        return !word.IsEmpty;
    }
}
