using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Trees;

/// <summary>A native copy of sparse rows, with labels, weights and the margins that boosting starts from.</summary>
internal sealed unsafe class TrainingMatrix : IDisposable
{
    private TrainingMatrix(MatrixHandle handle, int rows) => (Handle, Rows) = (handle, rows);

    public MatrixHandle Handle { get; }

    public int Rows { get; }

    /// <summary>Copies rows; the only copy between the vectors and the library's own memory is the joined one.</summary>
    public static TrainingMatrix Of(IReadOnlyList<SparseVector> rows)
    {
        var width = rows[0].Dimension;
        var elements = rows.Sum(row => row.Indices.Length);
        var (starts, columns, values) = (new nuint[rows.Count + 1], new uint[elements], new float[elements]);
        var at = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            if (rows[row].Dimension != width)
                throw new ArgumentException($"rows of {width} and of {rows[row].Dimension} columns in one sample", nameof(rows));

            rows[row].Values.CopyTo(values, at);
            foreach (var column in rows[row].Indices)
                columns[at++] = (uint)column;

            starts[row + 1] = (nuint)at;
        }

        fixed (nuint* startsAt = starts)
        fixed (uint* columnsAt = columns)
        fixed (float* valuesAt = values)
        {
            XgboostNative.Check(XgboostNative.CreateMatrix(
                startsAt, columnsAt, valuesAt, (nuint)starts.Length, (nuint)elements, (nuint)width, out var handle));
            return new(handle, rows.Count);
        }
    }

    public static TrainingMatrix Of(TreeSample sample, IReadOnlyList<double> startMargins)
    {
        var matrix = Of(sample.Rows);
        matrix.Set("label", [.. sample.Classes.Select(label => (float)label)]);
        matrix.Set("weight", [.. sample.Weights.Select(weight => (float)weight)]);
        var row = startMargins.Select(margin => (float)margin).ToArray();
        matrix.Set("base_margin", [.. Enumerable.Range(0, sample.Rows.Count).SelectMany(_ => row)]);
        return matrix;
    }

    public void Dispose() => Handle.Dispose();

    private void Set(string field, float[] values)
    {
        fixed (float* at = values)
            XgboostNative.Check(XgboostNative.SetInfo(Handle, field, at, (ulong)values.Length));
    }
}
