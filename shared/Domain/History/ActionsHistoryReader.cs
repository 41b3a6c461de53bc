using System.Runtime.CompilerServices;

namespace WorkflowRecovery.Domain.History;

/// <summary>
/// Reads the <c>actionshistory</c> format, the dump of every recorded action of the CMS workflow console: one object
/// whose keys are task paths and whose values hold <c>errors</c> and <c>parameters</c>. Streams: only one record is
/// held at a time.
/// </summary>
/// <remarks>
/// What the file gets wrong is survived and named: a value that cannot be read is left out with a note, a record that
/// cannot be read is skipped with a reason, and where the file breaks the last entry has an empty key and says at which
/// byte. Of two records with one key the first is kept. Good sites become <c>Green</c>, bad sites <c>None</c>.
/// Memory is MB; <c>GB</c> counts 1024 MB and <c>KB</c> 1/1024 MB.
/// </remarks>
public static class ActionsHistoryReader
{
    /// <summary>The entries in the order of the file. Never throws for what the file holds.</summary>
    /// <exception cref="IOException">The stream itself fails.</exception>
    public static async IAsyncEnumerable<HistoryEntry> ReadAsync(
        Stream stream, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var members = new JsonMemberReader(stream);
        var seen = new SeenKeys();
        while (await NextAsync(members, seen, cancellation) is { } entry)
            yield return entry;
    }

    private static async ValueTask<HistoryEntry?> NextAsync(
        JsonMemberReader members, SeenKeys seen, CancellationToken cancellation)
    {
        try
        {
            if (await members.NextAsync(cancellation) is not { } member)
                return null;

            return seen.Add(member.Key)
                ? HistoryEntryReader.Read(member.Key, member.Value.Span)
                : HistoryEntryReader.Skip(member.Key, "the key occurs before in the file: the first one is kept");
        }
        catch (BrokenFileException exception)
        {
            return HistoryEntryReader.Skip("", exception.Message);
        }
    }
}
