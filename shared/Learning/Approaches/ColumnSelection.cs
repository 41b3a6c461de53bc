using System.Collections.Immutable;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Approaches;

/// <summary>
/// The columns that rows to learn from use. Most of a wide view is never anything but zero (two thirds of all code x site
/// pairs never occur), and nothing can be learned of what a single row has, or all rows alike.
/// </summary>
public sealed class ColumnSelection
{
    private const int MostColumns = 10_000_000;

    private readonly int[] _placeOf;

    private ColumnSelection(int[] placeOf, int count) => (_placeOf, Count) = (placeOf, count);

    /// <summary>Number of columns of a row, kept or not.</summary>
    public int Columns => _placeOf.Length;

    /// <summary>Number of columns that are kept.</summary>
    public int Count { get; }

    /// <summary>Keeps the columns that at least so many rows use and that differ between rows; all of them when there are none such.</summary>
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

        var varies = VaryingColumns.Of(rows);
        var kept = uses.Index().Count(use => use.Item >= fewest && varies[use.Index]);
        var (placeOf, next) = (new int[uses.Length], 0);
        for (var column = 0; column < uses.Length; column++)
            placeOf[column] = kept == 0 || (uses[column] >= fewest && varies[column]) ? next++ : -1;

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

    /// <summary>Writes the number of columns and which of them are kept, as gaps (7 bits per byte, low bits first).</summary>
    internal void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_placeOf.Length);
        writer.Write7BitEncodedInt(Count);
        var previous = 0;
        for (var column = 0; column < _placeOf.Length; column++)
        {
            if (_placeOf[column] < 0)
                continue;

            writer.Write7BitEncodedInt(column - previous);
            previous = column;
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    /// <param name="available">Bytes that there are: a column that is kept takes one at least.</param>
    /// <exception cref="FormatException">The numbers do not fit each other.</exception>
    internal static ColumnSelection Read(BinaryReader reader, int available)
    {
        var (columns, count) = (reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());
        if (columns is < 0 or > MostColumns || count < 0 || count > Math.Min(columns, available))
            throw new FormatException($"{count} columns cannot be kept of {columns}");

        var (placeOf, column) = (new int[columns], 0);
        Array.Fill(placeOf, -1);
        for (var place = 0; place < count; place++)
        {
            var gap = reader.Read7BitEncodedInt();
            column += gap;
            if (gap < (place == 0 ? 0 : 1) || (uint)column >= (uint)columns)
                throw new FormatException($"column {column} is out of order or outside 0..{columns - 1}");

            placeOf[column] = place;
        }

        return new(placeOf, count);
    }
}
