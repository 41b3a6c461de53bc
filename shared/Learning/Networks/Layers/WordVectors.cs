namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>One vector per word of a vocabulary, to look up and to learn.</summary>
internal sealed class WordVectors
{
    private readonly IReadOnlyList<float[]>? first;
    private readonly int vocabulary;
    private readonly Slice vectors;

    /// <exception cref="MisfitException">The first vectors are not one of each dimension per word.</exception>
    public WordVectors(int vocabulary, int dimension, IReadOnlyList<float[]>? first, bool trained, Slices slices)
    {
        if (first is not null && (first.Count != vocabulary || first.Any(vector => vector.Length != dimension)))
            throw new MisfitException($"the initial vectors are not {vocabulary} of length {dimension}");

        (this.first, this.vocabulary, Dimension, Trained) = (first, vocabulary, dimension, trained);
        vectors = slices.Take(checked(vocabulary * dimension), trained: trained);
    }

    public int Dimension { get; }

    public bool Trained { get; }

    public Span<float> Of(Span<float> parameters, int word) => vectors.Of(parameters).Slice(word * Dimension, Dimension);

    public ReadOnlySpan<float> Of(ReadOnlySpan<float> parameters, int word) => vectors.Of(parameters).Slice(word * Dimension, Dimension);

    /// <summary>Small and uniform, since a word seen once should not shout.</summary>
    public void Initialize(Span<float> parameters, Random random)
    {
        if (first is null)
            FirstWeights.Uniform(vectors.Of(parameters), 0.05, random);
        else
            for (var word = 0; word < vocabulary; word++)
                first[word].CopyTo(Of(parameters, word));
    }

    /// <summary>Refuses what are not rows of known words.</summary>
    public NetworkInput Take(NetworkInput input)
    {
        if (input is not WordRows(var rows))
            throw new ArgumentException("this branch needs rows of words", nameof(input));

        for (var row = 0; row < rows.Count; row++)
            foreach (var word in rows[row])
                if (word < 0 || word >= vocabulary)
                    throw new ArgumentException($"row {row} has word {word}; the branch is designed for {vocabulary} words", nameof(input));

        return input;
    }
}
