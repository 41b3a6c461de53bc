namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>Sparse rows written out with their zeros, for layers that need all of them.</summary>
internal sealed class ColumnsSource(Shape shape) : Source(shape)
{
    public override bool Trained => false;

    public override void Initialize(Span<float> parameters, Random random)
    {
        // There is nothing to learn.
    }

    public override NetworkInput Take(NetworkInput input) => new CompactRows(input, Output.Size);

    public override SourcePass NewPass(WordOrder words) => new Pass(Output.Size);

    private sealed class Pass(int columns) : SourcePass
    {
        private readonly Signal output = new();

        public override Signal Forward(NetworkInput input, ReadOnlySpan<int> rows, Step step)
        {
            var all = (CompactRows)input;
            output.Resize(rows.Length, columns).Clear();
            for (var row = 0; row < rows.Length; row++)
                Write(all.ColumnsOf(rows[row]), all.ValuesOf(rows[row]), output.Row(row));

            return output;
        }

        public override void Backward(Signal gradients) => throw new InvalidOperationException("columns are given, not learned");

        public override void Scatter(Span<float> total)
        {
            // There is nothing to learn.
        }

        private static void Write(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Span<float> row)
        {
            for (var i = 0; i < columns.Length; i++)
                row[columns[i]] = values[i];
        }
    }
}
