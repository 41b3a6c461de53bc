namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>What flows between layers for the rows of one shard: a matrix whose memory grows and is kept.</summary>
internal sealed class Signal
{
    private float[] values = [];

    public int Rows { get; private set; }

    public int Width { get; private set; }

    public Span<float> Values => values.AsSpan(0, Rows * Width);

    public Span<float> Row(int row) => values.AsSpan(row * Width, Width);

    /// <summary>From a row up to the end of another.</summary>
    public Span<float> RowsAt(int first, int count) => values.AsSpan(first * Width, count * Width);

    /// <summary>Takes a size; what the values are is left open.</summary>
    public Signal Resize(int rows, int width)
    {
        (Rows, Width) = (rows, width);
        if (values.Length < rows * width)
            values = new float[Math.Max(rows * width, values.Length + values.Length / 4)];

        return this;
    }

    public Signal Clear()
    {
        Values.Clear();
        return this;
    }
}
