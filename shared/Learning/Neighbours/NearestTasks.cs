using System.Buffers;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Neighbours;

/// <summary>A task of the past that looks like the one asked about.</summary>
/// <param name="Index">Its place among the rows given.</param>
/// <param name="Similarity">Cosine of the angle between the two rows, to 12 digits: 1 for the same pattern of whatever size; 0 (left out) for nothing in common.</param>
public sealed record Neighbour(int Index, double Similarity);

/// <summary>Finds past tasks by the cosine of their rows. May be asked from several threads.</summary>
public sealed class NearestTasks
{
    /// <summary>Rounded, so that rows of one pattern but of different size are equal and come in the order given.</summary>
    private const int Digits = 12;

    private readonly InvertedIndex _index;
    private readonly double[] _lengths;

    /// <summary>Indexes the past.</summary>
    /// <param name="rows">Rows of equal dimension, one per task.</param>
    /// <exception cref="ArgumentException">Rows of different dimensions.</exception>
    public NearestTasks(IReadOnlyList<SparseVector> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        _index = new(rows);
        _lengths = [.. rows.Select(row => Math.Sqrt(InvertedIndex.SquareOf(row)))];
    }

    /// <summary>The most similar tasks, most similar first, equal ones in the order given; none for a row of zeros.</summary>
    /// <param name="row">The task asked about.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="excluded">Says by their place which tasks are not wanted, such as those of the own workflow.</param>
    /// <exception cref="ArgumentException">The row has another dimension than the past.</exception>
    public IReadOnlyList<Neighbour> Find(SparseVector row, int count, Func<int, bool>? excluded = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (_index.Rows > 0 && row.Dimension != _index.Dimension)
            throw new ArgumentException($"a row of {row.Dimension} columns among rows of {_index.Dimension}", nameof(row));

        var length = Math.Sqrt(InvertedIndex.SquareOf(row));
        if (length == 0 || count < 1 || _index.Rows == 0)
            return [];

        var rented = ArrayPool<double>.Shared.Rent(_index.Rows);
        try
        {
            var products = rented.AsSpan(0, _index.Rows);
            _index.Products(row, products);
            return Best(products, length, count, excluded);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private List<Neighbour> Best(ReadOnlySpan<double> products, double length, int count, Func<int, bool>? excluded)
    {
        var best = new List<Neighbour>(count + 1);
        for (var at = 0; at < products.Length; at++)
        {
            if (products[at] <= 0)
                continue;

            var similarity = Math.Round(products[at] / (length * _lengths[at]), Digits);
            if ((best.Count == count && similarity <= best[^1].Similarity) || excluded?.Invoke(at) == true)
                continue;

            best.Insert(PlaceOf(similarity, best), new(at, similarity));
            if (best.Count > count)
                best.RemoveAt(count);
        }

        return best;
    }

    // Behind those that are at least as similar: what came earlier stays in front.
    private static int PlaceOf(double similarity, List<Neighbour> best)
    {
        var place = best.Count;
        while (place > 0 && best[place - 1].Similarity < similarity)
            place--;

        return place;
    }
}
