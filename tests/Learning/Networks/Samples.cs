using System.Collections.Immutable;
using WorkflowRecovery.Learning.Networks;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Networks;

/// <summary>Small samples whose classes follow a rule.</summary>
internal static class Samples
{
    public const int Columns = 12;
    public const int Vocabulary = 12;

    /// <summary>Column 0 or column 1 is there, but not both: no sum over columns tells.</summary>
    public static NetworkSample Either(int count, int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, count).Select(_ => SparseRow(random)).ToArray();
        return Sample(new SparseRows(rows), rows.Select(row => row[0] > 0 == row[1] > 0 ? 0 : 1));
    }

    /// <summary>A bright pair of pixels falls to the right (class 1) or to the left, anywhere in the second channel; the first is noise.</summary>
    public static NetworkSample Images(int count, int seed)
    {
        var random = new Random(seed);
        var classes = Enumerable.Range(0, count).Select(_ => random.Next(2)).ToArray();
        return Sample(new SparseRows([.. classes.Select(@class => Image(@class, random))]), classes);
    }

    /// <summary>Word 0 comes before word 1 (class 1) or after it, among others.</summary>
    public static NetworkSample Orders(int count, int seed)
    {
        var random = new Random(seed);
        var texts = Enumerable.Range(0, count).Select(_ => Text(random, 0, 1)).ToArray();
        return Sample(new WordRows(texts), texts.Select(text => text.IndexOf(0) < text.IndexOf(1) ? 1 : 0));
    }

    /// <summary>Word 0 is there (class 1) or word 1 is, among others.</summary>
    public static NetworkSample Mentions(int count, int seed)
    {
        var random = new Random(seed);
        var texts = Enumerable.Range(0, count).Select(_ => Text(random, random.Next(2))).ToArray();
        return Sample(new WordRows(texts), texts.Select(text => text.Contains(0) ? 1 : 0));
    }

    public static NetworkSample Sample(NetworkInput input, IEnumerable<int> classes) =>
        new([input], [.. classes], [.. Enumerable.Repeat(1.0, input.Count)]);

    /// <summary>The same rows, with classes that have nothing to do with them.</summary>
    public static NetworkSample WithShuffledClasses(this NetworkSample sample, int seed)
    {
        var classes = sample.Classes.ToArray();
        new Random(seed).Shuffle(classes);
        return sample with { Classes = classes };
    }

    /// <summary>Share of rows whose class got the highest probability.</summary>
    public static double AccuracyOn(this Network network, NetworkSample sample) =>
        network.Predict(sample.Inputs).Zip(sample.Classes, (answer, @class) => answer.AsSpan().IndexOf(answer.Max()) == @class ? 1.0 : 0).Average();

    public static SparseVector Sparse(params float[] values)
    {
        var filled = Enumerable.Range(0, values.Length).Where(column => values[column] != 0).ToImmutableArray();
        return new(filled, [.. filled.Select(column => values[column])], values.Length);
    }

    private static SparseVector SparseRow(Random random) =>
        Sparse([.. Enumerable.Range(0, Columns).Select(column => random.NextDouble() < (column < 2 ? 0.5 : 0.2) ? 1f : 0f)]);

    private static SparseVector Image(int @class, Random random)
    {
        var pixels = new float[6 * 5 * 2];
        for (var pixel = 0; pixel < pixels.Length; pixel += 2)
            pixels[pixel] = random.Next(4) == 0 ? 1 : 0;

        var (y, x) = (random.Next(5), random.Next(4));
        pixels[(y * 5 + x + 1 - @class) * 2 + 1] = 1;
        pixels[((y + 1) * 5 + x + @class) * 2 + 1] = 1;
        return Sparse(pixels);
    }

    private static ImmutableArray<int> Text(Random random, params int[] words)
    {
        var text = words.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(2, Vocabulary))).ToArray();
        random.Shuffle(text);
        return [.. text];
    }
}
