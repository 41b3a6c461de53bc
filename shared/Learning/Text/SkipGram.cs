using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using WorkflowRecovery.Learning.Randomness;

namespace WorkflowRecovery.Learning.Text;

/// <summary>
/// Learns word vectors: each word is to tell the words around it from words drawn at random. Vectors are held in blocks
/// of eight numbers on every machine, so that sums are taken in one order everywhere.
/// </summary>
internal sealed class SkipGram
{
    private const double LeastRate = 1e-4;

    private readonly IReadOnlyList<ImmutableArray<int>> _texts;
    private readonly WordVectorOptions _options;
    private readonly WordDraw _draw;
    private readonly int _words;
    private readonly int _blocks;
    private readonly Vector256<float>[] _vectors;
    private readonly Vector256<float>[] _contexts;
    private readonly Vector256<float>[] _change;
    private RandomBits _random;

    public SkipGram(IReadOnlyList<ImmutableArray<int>> texts, int words, WordVectorOptions options)
    {
        (_texts, _options, _words) = (texts, options, words);
        _random = new((ulong)options.Seed);
        _draw = new(texts, words, options.Subsample);
        _blocks = (options.Dimension + Vector256<float>.Count - 1) / Vector256<float>.Count;
        _vectors = new Vector256<float>[words * _blocks];
        _contexts = new Vector256<float>[words * _blocks];
        _change = new Vector256<float>[_blocks];
    }

    /// <summary>The vectors, word by word; of a word that no text has, zeros.</summary>
    public ImmutableArray<float> Train(CancellationToken cancellation)
    {
        Begin();
        var total = (double)_options.Epochs * Math.Max(1, _draw.Total);
        var done = 0L;
        var kept = new List<int>();
        for (var epoch = 0; epoch < _options.Epochs; epoch++)
        {
            foreach (var text in _texts)
            {
                cancellation.ThrowIfCancellationRequested();
                var rate = _options.LearningRate * Math.Max(LeastRate, 1 - (done / total));
                _draw.Keep(text, kept, ref _random);
                Learn(CollectionsMarshal.AsSpan(kept), (float)rate);
                done += text.Length;
            }
        }

        return Result();
    }

    /// <summary>Small numbers drawn evenly from -1/2 to 1/2 over the dimension, for words that are met.</summary>
    private void Begin()
    {
        var numbers = MemoryMarshal.Cast<Vector256<float>, float>(_vectors.AsSpan());
        var stride = _blocks * Vector256<float>.Count;
        for (var word = 0; word < _words; word++)
        {
            for (var at = 0; at < _options.Dimension && _draw.Knows(word); at++)
                numbers[(word * stride) + at] = (float)((_random.Unit() - 0.5) / _options.Dimension);
        }
    }

    private void Learn(ReadOnlySpan<int> text, float rate)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var width = 1 + _random.Below(_options.Window);
            var end = Math.Min(text.Length - 1, at + width);
            for (var other = Math.Max(0, at - width); other <= end; other++)
            {
                if (other != at)
                    LearnPair(text[at], text[other], rate);
            }
        }
    }

    /// <summary>One step of the gradient of log s(v.c) + sum log s(-v.n), s the logistic function, n the words drawn.</summary>
    private void LearnPair(int context, int word, float rate)
    {
        var vector = _vectors.AsSpan(word * _blocks, _blocks);
        var change = _change.AsSpan();
        change.Clear();
        Step(vector, change, context, 1, rate);
        for (var draw = 0; draw < _options.Negatives; draw++)
        {
            var negative = _draw.Next(ref _random);
            if (negative != context)
                Step(vector, change, negative, 0, rate);
        }

        for (var block = 0; block < vector.Length; block++)
            vector[block] += change[block];
    }

    private void Step(ReadOnlySpan<Vector256<float>> vector, Span<Vector256<float>> change, int other, float label, float rate)
    {
        var context = _contexts.AsSpan(other * _blocks, vector.Length);
        var product = Vector256<float>.Zero;
        for (var block = 0; block < vector.Length; block++)
            product += vector[block] * context[block];

        var step = Vector256.Create(rate * (label - (1 / (1 + MathF.Exp(-Vector256.Sum(product))))));
        for (var block = 0; block < vector.Length && block < change.Length; block++)
        {
            change[block] += step * context[block];
            context[block] += step * vector[block];
        }
    }

    private ImmutableArray<float> Result()
    {
        var numbers = MemoryMarshal.Cast<Vector256<float>, float>(_vectors);
        var stride = _blocks * Vector256<float>.Count;
        var values = new float[_words * _options.Dimension];
        for (var word = 0; word < _words; word++)
            numbers.Slice(word * stride, _options.Dimension).CopyTo(values.AsSpan(word * _options.Dimension));

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }
}
