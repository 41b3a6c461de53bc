using System.Collections.Immutable;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>
/// How the words of a shard's texts lie in a <see cref="Signal"/>: first every text's first word, then every second word
/// and so on, the longer texts before the shorter ones, so that the texts still running at a time are its first rows.
/// </summary>
internal sealed class WordOrder
{
    private int[] texts = [];
    private int[] keys = [];
    private int[] starts = [0];

    /// <summary>Number of texts.</summary>
    public int Texts { get; private set; }

    /// <summary>Words of the longest text.</summary>
    public int Times { get; private set; }

    /// <summary>Words of all texts.</summary>
    public int Words => starts[Times];

    /// <summary>Texts by falling length; those of equal length in their own order.</summary>
    public ReadOnlySpan<int> ByLength => texts.AsSpan(0, Texts);

    /// <summary>The first row of a time.</summary>
    public int StartOf(int time) => starts[time];

    /// <summary>Texts that have a word at a time.</summary>
    public int RunningAt(int time) => starts[time + 1] - starts[time];

    /// <summary>Arranges texts.</summary>
    /// <param name="all">The texts of the sample.</param>
    /// <param name="rows">Those in the shard.</param>
    public void Arrange(IReadOnlyList<ImmutableArray<int>> all, ReadOnlySpan<int> rows)
    {
        Texts = rows.Length;
        if (texts.Length < Texts)
            (texts, keys) = (new int[Texts], new int[Texts]);

        Times = 0;
        for (var text = 0; text < Texts; text++)
        {
            texts[text] = text;
            keys[text] = -all[rows[text]].Length;
            Times = Math.Max(Times, -keys[text]);
        }

        SortByKey();
        if (starts.Length <= Times)
            starts = new int[Times + 1];

        for (var (time, running) = (0, Texts); time < Times; time++)
        {
            while (running > 0 && -keys[running - 1] <= time)
                running--;

            starts[time + 1] = starts[time] + running;
        }
    }

    /// <summary>By insertion: it keeps the order of equals, and shards are small.</summary>
    private void SortByKey()
    {
        for (var i = 1; i < Texts; i++)
        {
            var (key, text) = (keys[i], texts[i]);
            var at = i;
            for (; at > 0 && keys[at - 1] > key; at--)
                (keys[at], texts[at]) = (keys[at - 1], texts[at - 1]);

            (keys[at], texts[at]) = (key, text);
        }
    }
}
