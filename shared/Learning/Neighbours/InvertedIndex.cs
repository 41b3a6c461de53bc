using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Neighbours;

/// <summary>Which rows store a value in a column: what makes the products of one row with all others quick.</summary>
internal sealed class InvertedIndex
{
    private readonly int[] _begins;
    private readonly int[] _rows;
    private readonly float[] _values;

    public InvertedIndex(IReadOnlyList<SparseVector> rows)
    {
        Rows = rows.Count;
        Dimension = rows.Count == 0 ? 0 : rows[0].Dimension;
        _begins = new int[Dimension + 1];
        foreach (var row in rows)
        {
            if (row.Dimension != Dimension)
                throw new ArgumentException($"rows of {Dimension} and {row.Dimension} columns", nameof(rows));

            foreach (var column in row.Indices)
                _begins[column + 1]++;
        }

        for (var column = 0; column < Dimension; column++)
            _begins[column + 1] += _begins[column];

        (_rows, _values) = (new int[_begins[^1]], new float[_begins[^1]]);
        Fill(rows, [.. _begins]);
    }

    public int Rows { get; }

    public int Dimension { get; }

    /// <summary>Fills in the product of a row with each indexed row; the sum runs in the order of columns.</summary>
    public void Products(SparseVector row, Span<double> products)
    {
        products.Clear();
        foreach (var (column, value) in row.Indices.Zip(row.Values))
        {
            var others = _rows.AsSpan(_begins[column].._begins[column + 1]);
            var values = _values.AsSpan(_begins[column], others.Length);
            for (var at = 0; at < others.Length; at++)
                products[others[at]] += (double)value * values[at];
        }
    }

    /// <summary>The sum of squares, added up as <see cref="Products"/> does.</summary>
    public static double SquareOf(SparseVector row)
    {
        var sum = 0.0;
        foreach (var value in row.Values)
            sum += (double)value * value;

        return sum;
    }

    private void Fill(IReadOnlyList<SparseVector> rows, int[] next)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            for (var at = 0; at < rows[row].Indices.Length; at++)
            {
                var place = next[rows[row].Indices[at]]++;
                (_rows[place], _values[place]) = (row, rows[row].Values[at]);
            }
        }
    }
}
