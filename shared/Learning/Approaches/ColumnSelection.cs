using System.Collections.Immutable;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// The columns that rows to learn from use. Most of a wide view is never anything but zero (two thirds of all code x site
/// pairs never occur), and nothing can be learned of what a single row has.
/// </summary>
public sealed class ColumnSelection
{
    private readonly int[] _placeOf;

    private ColumnSelection(int[] placeOf, int count) => (_placeOf, Count) = (placeOf, count);

    /// <summary>Number of columns that are kept.</summary>
    public int Count { get; }

    /// <summary>Keeps the columns that at least so many rows use; all of them when there are none such.</summary>
    /// <param name="rows">Rows to learn from, at least one.</param>
    /// <param name="fewest">How many rows must use a column.</param>
    public static ColumnSelection UsedBy(IReadOnlyList<SparseVector> rows, int fewest = 2)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var uses = new int[rows[0].Dimension];
        foreach (var row in rows)
        {
            foreach (var column in row.Indices)
                uses[column]++;
        }

        var kept = uses.Count(use => use >= fewest);
        var (placeOf, next) = (new int[uses.Length], 0);
        for (var column = 0; column < uses.Length; column++)
            placeOf[column] = kept == 0 || uses[column] >= fewest ? next++ : -1;

        return new(placeOf, next);
    }

    /// <summary>A row with the kept columns alone.</summary>
    public SparseVector Of(SparseVector row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (indices, values) = (ImmutableArray.CreateBuilder<int>(row.Indices.Length), ImmutableArray.CreateBuilder<float>(row.Indices.Length));
        for (var at = 0; at < row.Indices.Length; at++)
        {
            if (_placeOf[row.Indices[at]] is var place and >= 0)
            {
                indices.Add(place);
                values.Add(row.Values[at]);
            }
        }

        return new(indices.DrainToImmutable(), values.DrainToImmutable(), Count);
    }
}
