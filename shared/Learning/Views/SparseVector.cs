using System.Collections.Immutable;

namespace WorkflowRecovery.Learning.Views;

/// <summary>What a model sees of one task: the columns that are not zero, with their values.</summary>
public sealed class SparseVector
{
    /// <summary>Builds a vector; indices and values have equal length.</summary>
    /// <param name="indices">Column numbers, strictly rising, from 0 up to <paramref name="dimension"/> - 1.</param>
    /// <param name="values">One finite value per index.</param>
    /// <param name="dimension">Number of columns of the view.</param>
    /// <exception cref="ArgumentException">The shapes disagree, indices do not rise or a value is not finite.</exception>
    public SparseVector(ImmutableArray<int> indices, ImmutableArray<float> values, int dimension)
    {
        if (indices.Length != values.Length)
            throw new ArgumentException($"{indices.Length} indices but {values.Length} values", nameof(values));

        for (var i = 0; i < indices.Length; i++)
        {
            if (indices[i] >= dimension || indices[i] <= (i == 0 ? -1 : indices[i - 1]))
                throw new ArgumentException($"index {indices[i]} is out of order or outside 0..{dimension - 1}", nameof(indices));

            if (!float.IsFinite(values[i]))
                throw new ArgumentException($"the value at index {indices[i]} is not finite", nameof(values));
        }

        (Indices, Values, Dimension) = (indices, values, dimension);
    }

    /// <summary>Column numbers, rising.</summary>
    public ImmutableArray<int> Indices { get; }

    /// <summary>The values at <see cref="Indices"/>.</summary>
    public ImmutableArray<float> Values { get; }

    /// <summary>Number of columns of the view.</summary>
    public int Dimension { get; }

    /// <summary>The value of a column; 0 where nothing is stored.</summary>
    public float this[int column]
    {
        get
        {
            var at = Indices.BinarySearch(column);
            return at < 0 ? 0 : Values[at];
        }
    }
}
