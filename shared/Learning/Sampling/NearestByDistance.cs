using WorkflowRecovery.Learning.Neighbours;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Sampling;

/// <summary>Nearest rows by Euclidean distance: |a - b|^2 = |a|^2 + |b|^2 - 2 ab, with all products ab from one pass over an index.</summary>
internal sealed class NearestByDistance(IReadOnlyList<SparseVector> rows)
{
    private readonly InvertedIndex _index = new(rows);
    private readonly double[] _squares = [.. rows.Select(InvertedIndex.SquareOf)];
    private readonly double[] _products = new double[rows.Count];

    /// <summary>The nearest other rows of a row, nearest first, of equal ones the first.</summary>
    public int[] Of(int row, int count)
    {
        _index.Products(rows[row], _products);
        var best = new PriorityQueue<int, (double Distance, int Row)>(Comparer<(double, int)>.Create((one, other) => other.CompareTo(one)));
        for (var other = 0; other < rows.Count; other++)
        {
            if (other == row)
                continue;

            var distance = _squares[other] - 2 * _products[other];
            if (best.Count < count)
                best.Enqueue(other, (distance, other));
            else
                best.EnqueueDequeue(other, (distance, other));
        }

        var nearest = new int[best.Count];
        for (var at = nearest.Length - 1; at >= 0; at--)
            nearest[at] = best.Dequeue();

        return nearest;
    }
}
