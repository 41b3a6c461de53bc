using System.Collections.Immutable;
using WorkflowRecovery.Learning.Randomness;

namespace WorkflowRecovery.Learning.Text;

/// <summary>Draws words as skip-gram asks for: which of a text to keep, and which to take as counter-examples.</summary>
internal sealed class WordDraw
{
    private const int TableBits = 18;

    /// <summary>The power of a word's frequency that counter-examples are drawn by (Mikolov et al. 2013).</summary>
    private const double Power = 0.75;

    private readonly long[] _counts;
    private readonly double[] _keep;
    private readonly int[] _table = [];

    public WordDraw(IReadOnlyList<ImmutableArray<int>> texts, int words, double subsample)
    {
        _counts = new long[words];
        foreach (var text in texts)
        {
            foreach (var word in text)
                _counts[word]++;
        }

        Total = _counts.Sum();
        _keep = [.. _counts.Select(count => KeepOf(count, subsample * Total))];
        if (Total > 0)
            _table = TableOf(_counts);
    }

    /// <summary>Words of all texts.</summary>
    public long Total { get; }

    /// <summary>Whether any text has the word.</summary>
    public bool Knows(int word) => _counts[word] > 0;

    /// <summary>Refills <paramref name="kept"/> with the words of a text, common ones left out by chance.</summary>
    public void Keep(ImmutableArray<int> text, List<int> kept, ref RandomBits random)
    {
        kept.Clear();
        foreach (var word in text)
        {
            if (_keep[word] >= 1 || random.Unit() < _keep[word])
                kept.Add(word);
        }
    }

    public int Next(ref RandomBits random) => _table[random.Below(_table.Length)];

    /// <summary>The chance to be kept: (sqrt(f/t) + 1) t/f for share f and threshold t, as in the authors' program.</summary>
    private static double KeepOf(long count, double threshold) =>
        count == 0 ? 0 : (Math.Sqrt(count / threshold) + 1) * threshold / count;

    /// <summary>Words in proportion to count^0.75, each that is met at least once.</summary>
    private static int[] TableOf(long[] counts)
    {
        var total = counts.Sum(count => Math.Pow(count, Power));
        var table = new List<int>(1 << TableBits);
        var upTo = 0.0;
        for (var word = 0; word < counts.Length; word++)
        {
            if (counts[word] == 0)
                continue;

            upTo += Math.Pow(counts[word], Power) / total * (1 << TableBits);
            do
                table.Add(word);
            while (table.Count < (int)upTo);
        }

        return [.. table];
    }
}
