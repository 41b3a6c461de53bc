using WorkflowRecovery.Learning.Neighbours;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Sampling;

/// <summary>
/// Synthetic minority over-sampling (Chawla et al. 2002) on sparse rows: a new row lies between a row and one of its
/// nearest neighbours of the same class, at the same random share of the way in every column. For training rows only:
/// made before a split it would carry test rows into training.
/// </summary>
public static class Smote
{
    /// <summary>Rows and classes, then synthetic ones until every class that occurs has at least a share of the commonest one's rows.</summary>
    /// <param name="rows">Rows of equal dimension.</param>
    /// <param name="classes">The class of each row.</param>
    /// <param name="count">Number of classes.</param>
    /// <param name="ratio">Share of the commonest class's rows, above 0 up to 1 (as many).</param>
    /// <param name="seed">Same seed, same rows.</param>
    /// <param name="neighbours">How many nearest neighbours to choose from.</param>
    public static (IReadOnlyList<SparseVector> Rows, IReadOnlyList<int> Classes) Balance(
        IReadOnlyList<SparseVector> rows, IReadOnlyList<int> classes, int count, double ratio, int seed, int neighbours = 5)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(classes);
        var missing = ClassWeights.MissingOf(classes, count, ratio);
        var (allRows, allClasses) = (rows.ToList(), classes.ToList());
        for (var @class = 0; @class < count; @class++)
        {
            SparseVector[] own = [.. rows.Where((_, row) => classes[row] == @class)];
            allRows.AddRange(Synthesise(own, missing[@class], seed, neighbours));
            allClasses.AddRange(Enumerable.Repeat(@class, missing[@class]));
        }

        return (allRows, allClasses);
    }

    /// <summary>Synthetic rows of one class: every row is started from before one is started from again. A row without others is repeated.</summary>
    /// <param name="rows">The rows of the class, of equal dimension; none gives none.</param>
    /// <param name="count">How many to make.</param>
    /// <param name="seed">Same seed, same rows.</param>
    /// <param name="neighbours">How many nearest neighbours (Euclidean distance; of equal ones the first) to choose from.</param>
    public static IReadOnlyList<SparseVector> Synthesise(IReadOnlyList<SparseVector> rows, int count, int seed, int neighbours = 5)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(neighbours, 1);
        var made = new List<SparseVector>(count);
        if (rows.Count == 0)
            return made;

        var nearest = new NearestByDistance(rows);
        var random = new Random(seed);
        int[] order = [.. Enumerable.Range(0, rows.Count)];
        random.Shuffle(order);
        var known = new int[rows.Count][];
        for (var at = 0; at < count; at++)
        {
            var from = order[at % order.Length];
            var near = known[from] ??= nearest.Of(from, neighbours);
            var to = near.Length == 0 ? from : near[random.Next(near.Length)];
            made.Add(Between(rows[from], rows[to], random.NextDouble()));
        }

        return made;
    }

    /// <summary>The row at a share of the way, over the columns that either stores; what comes to zero is not stored.</summary>
    private static SparseVector Between(SparseVector from, SparseVector to, double share)
    {
        var (indices, values) = (new List<int>(), new List<float>());
        for (int left = 0, right = 0; left < from.Indices.Length || right < to.Indices.Length;)
        {
            var inFrom = left < from.Indices.Length ? from.Indices[left] : int.MaxValue;
            var inTo = right < to.Indices.Length ? to.Indices[right] : int.MaxValue;
            double begin = inFrom <= inTo ? from.Values[left++] : 0;
            double end = inTo <= inFrom ? to.Values[right++] : 0;
            var value = (float)(begin + share * (end - begin));
            if (value == 0)
                continue;

            indices.Add(Math.Min(inFrom, inTo));
            values.Add(value);
        }

        return new([.. indices], [.. values], from.Dimension);
    }
}
