namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>
/// Sparse rows one after the other in three arrays. Rows are read in random order in every epoch; as objects of their own
/// they cost more time in fetching than in computing.
/// </summary>
internal sealed record CompactRows : NetworkInput
{
    private readonly int[] starts;
    private readonly int[] columns;
    private readonly float[] values;

    /// <exception cref="ArgumentException">Not sparse rows, or of another dimension.</exception>
    public CompactRows(NetworkInput input, int dimension)
    {
        if (input is not SparseRows(var rows))
            throw new ArgumentException("this branch needs sparse rows", nameof(input));

        starts = new int[rows.Count + 1];
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Dimension != dimension)
                throw new ArgumentException($"row {row} has {rows[row].Dimension} columns; the branch is designed for {dimension}", nameof(input));

            starts[row + 1] = checked(starts[row] + rows[row].Indices.Length);
        }

        (columns, values) = (new int[starts[^1]], new float[starts[^1]]);
        for (var row = 0; row < rows.Count; row++)
        {
            rows[row].Indices.CopyTo(columns, starts[row]);
            rows[row].Values.CopyTo(values, starts[row]);
        }
    }

    public override int Count => starts.Length - 1;

    /// <summary>The columns of a row that are not zero.</summary>
    public ReadOnlySpan<int> ColumnsOf(int row) => columns.AsSpan(starts[row]..starts[row + 1]);

    /// <summary>Their values.</summary>
    public ReadOnlySpan<float> ValuesOf(int row) => values.AsSpan(starts[row]..starts[row + 1]);
}
