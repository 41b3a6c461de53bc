using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Learning.Text;

/// <summary>The words that a model knows, each with its number; any other word is left out.</summary>
public sealed class Vocabulary
{
    private readonly FrozenDictionary<string, int> _idOf;

    /// <summary>A vocabulary of given words, e.g. one read back; a word's id is its place.</summary>
    /// <exception cref="ArgumentException">A word comes twice.</exception>
    public Vocabulary(IEnumerable<string> words)
    {
        Words = [.. words];
        if (Words.Distinct().Count() < Words.Length)
            throw new ArgumentException("a word of a vocabulary comes once", nameof(words));

        _idOf = Words.Index().ToFrozenDictionary(word => word.Item, word => word.Index);
    }

    /// <summary>The words by id: the most common first when built from texts.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>The words of some tasks that come at least so often; of equally common ones in ordinal order.</summary>
    /// <param name="tasks">Tasks to learn from, never those to be judged on.</param>
    /// <param name="minimumCount">How often a word has to come; 10 is that of the CMS study of logs.</param>
    public static Vocabulary Of(IEnumerable<ReportedTask> tasks, int minimumCount = 10)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        var counts = new Dictionary<string, int>();
        var count = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var task in tasks)
            Tokenizer.Read(task.Logs, word => CollectionsMarshal.GetValueRefOrAddDefault(count, word, out _)++);

        return new(counts
            .Where(word => word.Value >= minimumCount)
            .OrderByDescending(word => word.Value)
            .ThenBy(word => word.Key, StringComparer.Ordinal)
            .Select(word => word.Key));
    }

    /// <summary>The id of a word; null when it is not known.</summary>
    public int? IdOf(string word) => _idOf.TryGetValue(word, out var id) ? id : null;

    /// <summary>The ids of the known words of a task's logs, in their order.</summary>
    public ImmutableArray<int> IdsOf(ReportedTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var ids = ImmutableArray.CreateBuilder<int>();
        var lookup = _idOf.GetAlternateLookup<ReadOnlySpan<char>>();
        Tokenizer.Read(task.Logs, word =>
        {
            if (lookup.TryGetValue(word, out var id))
                ids.Add(id);
        });
        return ids.ToImmutable();
    }
}
