namespace WorkflowRecovery.Learning.Networks.Arithmetic;

/// <summary>A matrix that lies in some memory: element (r, c) at r * rowStride + c * columnStride.</summary>
internal readonly ref struct MatrixView
{
    private MatrixView(ReadOnlySpan<float> values, int rows, int columns, int rowStride, int columnStride)
    {
        var last = (long)Math.Max(rows - 1, 0) * rowStride + (long)Math.Max(columns - 1, 0) * columnStride;
        if (rows > 0 && columns > 0 && last >= values.Length)
            throw new ArgumentException($"{rows} x {columns} does not fit into {values.Length} values", nameof(values));

        Values = values;
        (Rows, Columns, RowStride, ColumnStride) = (rows, columns, rowStride, columnStride);
    }

    public ReadOnlySpan<float> Values { get; }

    public int Rows { get; }

    public int Columns { get; }

    public int RowStride { get; }

    public int ColumnStride { get; }

    /// <summary>The same memory, rows and columns swapped.</summary>
    public MatrixView Transposed => new(Values, Columns, Rows, ColumnStride, RowStride);

    /// <summary>Row after row.</summary>
    public static MatrixView Of(ReadOnlySpan<float> values, int rows, int columns) => new(values, rows, columns, columns, 1);
}
