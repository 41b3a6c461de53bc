using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace WorkflowRecovery.Learning.Text;

/// <summary>A vector of numbers per word such that words met in the same contexts are near one another.</summary>
public sealed class WordVectors
{
    private readonly ImmutableArray<float> _values;

    /// <summary>Vectors read back.</summary>
    /// <param name="values">Word by word, <paramref name="dimension"/> numbers each.</param>
    /// <param name="dimension">Numbers per word, at least 1.</param>
    /// <exception cref="ArgumentException">The numbers do not make whole vectors.</exception>
    public WordVectors(ImmutableArray<float> values, int dimension)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        if (values.Length % dimension != 0)
            throw new ArgumentException($"{values.Length} numbers are not vectors of {dimension}", nameof(values));

        (_values, Dimension) = (values, dimension);
    }

    /// <summary>Numbers per word.</summary>
    public int Dimension { get; }

    /// <summary>Number of words.</summary>
    public int Words => _values.Length / Dimension;

    /// <summary>All vectors, word by word.</summary>
    public ImmutableArray<float> Values => _values;

    /// <summary>
    /// Learns vectors by skip-gram with negative sampling (Mikolov et al. 2013, "Distributed Representations of Words and
    /// Phrases and their Compositionality"). One thread.
    /// </summary>
    /// <param name="texts">Ids of the words of each text; a context never reaches into another text.</param>
    /// <param name="vocabularySize">Number of words; ids are below it.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Stops between texts.</param>
    /// <exception cref="ArgumentException">An id is not of the vocabulary, or a number among the options is not above 0.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static WordVectors Train(
        IReadOnlyList<ImmutableArray<int>> texts, int vocabularySize, WordVectorOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(vocabularySize);
        if (options is not { Dimension: > 0, Window: > 0, Negatives: > 0, Epochs: > 0, LearningRate: > 0, Subsample: > 0 })
            throw new ArgumentException("the numbers that say how word vectors are learned are above 0", nameof(options));

        if (texts.Any(text => text.Any(word => word < 0 || word >= vocabularySize)))
            throw new ArgumentException($"the id of a word is 0..{vocabularySize - 1}", nameof(texts));

        return new(new SkipGram(texts, vocabularySize, options).Train(cancellation), options.Dimension);
    }

    /// <summary>The vector of a word.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such word.</exception>
    public float[] VectorOf(int word) => Of(word).ToArray();

    /// <summary>The mean of the vectors of some words; zeros for no word.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such word.</exception>
    public float[] AverageOf(IReadOnlyList<int> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var mean = new float[Dimension];
        for (var at = 0; at < words.Count; at++)
            TensorPrimitives.Add(mean, Of(words[at]), mean);

        if (words.Count > 0)
            TensorPrimitives.Divide(mean, words.Count, mean);

        return mean;
    }

    /// <summary>The cosine between two words' vectors, -1 to 1; 0 when one of them was never met.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such word.</exception>
    public double Similarity(int one, int other)
    {
        var lengths = TensorPrimitives.Norm(Of(one)) * TensorPrimitives.Norm(Of(other));
        return lengths > 0 ? TensorPrimitives.Dot(Of(one), Of(other)) / lengths : 0;
    }

    /// <summary>The words nearest to one, itself left out, the nearest first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such word.</exception>
    public IReadOnlyList<int> NearestTo(int word, int count) =>
        [.. Enumerable.Range(0, Words)
            .Where(other => other != word)
            .OrderByDescending(other => Similarity(word, other))
            .ThenBy(other => other)
            .Take(count)];

    private ReadOnlySpan<float> Of(int word)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(word);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(word, Words);
        return _values.AsSpan(word * Dimension, Dimension);
    }
}
