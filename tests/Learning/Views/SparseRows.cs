using CsCheck;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Views;

/// <summary>Sparse rows for tests.</summary>
internal static class SparseRows
{
    /// <summary>Rows of 12 columns with small whole values, so that equal distances and equal rows are common.</summary>
    public static readonly Gen<SparseVector> Any = Gen.Int[-2, 3].Array[12].Select(values => Of([.. values.Select(value => (float)value)]));

    public static SparseVector Of(params float[] values) => new(
        [.. Enumerable.Range(0, values.Length).Where(column => values[column] != 0)], [.. values.Where(value => value != 0)], values.Length);

    public static float[] Dense(SparseVector row) => [.. Enumerable.Range(0, row.Dimension).Select(column => row[column])];

    public static double Product(SparseVector one, SparseVector other) => Dense(one).Zip(Dense(other), (a, b) => (double)a * b).Sum();
}
