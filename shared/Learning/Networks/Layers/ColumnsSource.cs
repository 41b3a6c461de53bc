using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Networks.Layers;

/// <summary>Sparse rows written out with their zeros, for layers that need all of them.</summary>
internal sealed class ColumnsSource(Shape shape) : Source(shape)
{
    public override bool Trained => false;

    /// <summary>Refuses what are not sparse rows of a dimension.</summary>
    public static void Check(NetworkInput input, int columns)
    {
        if (input is not SparseRows(var rows))
            throw new ArgumentException("this branch needs sparse rows", nameof(input));

        for (var row = 0; row < rows.Count; row++)
            if (rows[row].Dimension != columns)
                throw new ArgumentException($"row {row} has {rows[row].Dimension} columns; the branch is designed for {columns}", nameof(input));
    }

    public override void Initialize(Span<float> parameters, Random random)
    {
        // There is nothing to learn.
    }

    public override void Check(NetworkInput input) => Check(input, Output.Size);

    public override SourcePass NewPass(WordOrder words) => new Pass(Output.Size);

    private sealed class Pass(int columns) : SourcePass
    {
        private readonly Signal output = new();

        public override Signal Forward(NetworkInput input, ReadOnlySpan<int> rows, Step step)
        {
            var all = ((SparseRows)input).Rows;
            output.Resize(rows.Length, columns).Clear();
            for (var row = 0; row < rows.Length; row++)
                Write(all[rows[row]], output.Row(row));

            return output;
        }

        public override void Backward(Signal gradients) => throw new InvalidOperationException("columns are given, not learned");

        public override void Scatter(Span<float> total)
        {
            // There is nothing to learn.
        }

        private static void Write(SparseVector vector, Span<float> row)
        {
            for (var i = 0; i < vector.Indices.Length; i++)
                row[vector.Indices[i]] = vector.Values[i];
        }
    }
}
