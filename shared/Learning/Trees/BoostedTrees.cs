using System.Globalization;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Trees;

/// <summary>
/// Trees as grown: they answer with margins, the evidence that a row gives for each class beside the rates that
/// boosting started from. Predictions may be asked from several threads at once.
/// </summary>
public sealed unsafe class BoostedTrees : IDisposable
{
    private const string Margin = """{"type":1,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":true}""";
    private const string RowMargin = """{"type":1,"iteration_begin":0,"iteration_end":0,"strict_shape":true,"missing":NaN,"cache_id":0}""";
    private const string Shares = """{"type":2,"training":false,"iteration_begin":0,"iteration_end":0,"strict_shape":true}""";
    private readonly BoosterHandle _handle;
    private readonly Lock _matrixPrediction = new();

    private BoostedTrees(BoosterHandle handle, int classes)
    {
        (_handle, Classes) = (handle, classes);
        XgboostNative.Check(XgboostNative.Features(handle, out var columns));
        Columns = (int)columns;
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Number of columns of a row.</summary>
    public int Columns { get; }

    /// <summary>Rounds grown.</summary>
    public int Rounds
    {
        get
        {
            XgboostNative.Check(XgboostNative.Rounds(_handle, out var rounds));
            return rounds;
        }
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="XgboostException">The bytes are not a model.</exception>
    /// <exception cref="XgboostMissingException">The library is not installed.</exception>
    public static BoostedTrees Load(ReadOnlySpan<byte> bytes, int classes)
    {
        XgboostNative.Check(XgboostNative.CreateBooster(null, 0, out var handle));
        fixed (byte* at = bytes)
        {
            var result = XgboostNative.Load(handle, at, (ulong)bytes.Length);
            if (result != 0)
                handle.Dispose();

            XgboostNative.Check(result);
        }

        // One row is too little work for several threads.
        XgboostNative.Check(XgboostNative.SetParameter(handle, "nthread", "1"));
        return new(handle, classes);
    }

    /// <summary>The trees in XGBoost's own binary JSON (UBJSON).</summary>
    public byte[] ToBytes()
    {
        lock (_matrixPrediction)
        {
            XgboostNative.Check(XgboostNative.Save(_handle, """{"format":"ubj"}""", out var length, out var bytes));
            return new ReadOnlySpan<byte>(bytes, checked((int)length)).ToArray();
        }
    }

    /// <summary>Margins of one row, one per class (class 0 of two has margin 0).</summary>
    /// <exception cref="ArgumentException">The row has another number of columns.</exception>
    public double[] MarginsOf(SparseVector row)
    {
        Require(row);
        ReadOnlySpan<ulong> starts = [0, (ulong)row.Indices.Length];
        fixed (ulong* startsAt = starts)
        fixed (int* columns = row.Indices.AsSpan())
        fixed (float* values = row.Values.AsSpan())
        {
            XgboostNative.Check(XgboostNative.PredictRow(
                _handle,
                ArrayAt(startsAt, 2, "<u8"),
                ArrayAt(columns, row.Indices.Length, "<u4"),
                ArrayAt(values, row.Values.Length, "<f4"),
                (ulong)Columns,
                RowMargin,
                0,
                out _,
                out _,
                out var result));
            return PerClass(result);
        }
    }

    /// <summary>Margins of many rows at once, each as of the single row.</summary>
    /// <exception cref="ArgumentException">A row has another number of columns.</exception>
    public double[][] MarginsOf(IReadOnlyList<SparseVector> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Count == 0)
            return [];

        Require(rows[0]);
        using var matrix = TrainingMatrix.Of(rows);
        return MarginsOf(matrix);
    }

    /// <summary>
    /// What each column adds to the margin of a class (SHAP values, exact for trees), and as the last entry the
    /// margin of a row about which nothing is known; together they are the margin.
    /// </summary>
    /// <exception cref="ArgumentException">The row has another number of columns, or there is no such class.</exception>
    public double[] ContributionsOf(SparseVector row, int @class)
    {
        Require(row);
        ArgumentOutOfRangeException.ThrowIfNegative(@class);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(@class, Classes);
        using var matrix = TrainingMatrix.Of([row]);
        lock (_matrixPrediction)
        {
            XgboostNative.Check(XgboostNative.Predict(_handle, matrix.Handle, Shares, out _, out _, out var result));
            var first = Classes == 2 ? 0 : @class * (Columns + 1);
            var sign = Classes == 2 && @class == 0 ? -1 : 1;
            return [.. Enumerable.Range(first, Columns + 1).Select(at => (double)(sign * result[at]))];
        }
    }

    /// <inheritdoc />
    public void Dispose() => _handle.Dispose();

    internal static BoostedTrees Create(TrainingMatrix matrix, int classes, IEnumerable<(string Name, string Value)> parameters)
    {
        var native = matrix.Handle.DangerousGetHandle();
        XgboostNative.Check(XgboostNative.CreateBooster(&native, 1, out var handle));
        foreach (var (name, value) in parameters)
            XgboostNative.Check(XgboostNative.SetParameter(handle, name, value));

        return new(handle, classes);
    }

    internal void Update(int round, TrainingMatrix matrix) => XgboostNative.Check(XgboostNative.Update(_handle, round, matrix.Handle));

    internal BoostedTrees First(int rounds)
    {
        XgboostNative.Check(XgboostNative.Slice(_handle, 0, rounds, 1, out var slice));
        return new(slice, Classes);
    }

    internal double[][] MarginsOf(TrainingMatrix matrix)
    {
        lock (_matrixPrediction)
        {
            XgboostNative.Check(XgboostNative.Predict(_handle, matrix.Handle, Margin, out _, out _, out var result));
            var width = Classes == 2 ? 1 : Classes;
            var margins = new double[matrix.Rows][];
            for (var row = 0; row < margins.Length; row++)
                margins[row] = PerClass(result + (long)row * width);

            return margins;
        }
    }

    private double[] PerClass(float* margins) =>
        Classes == 2 ? [0, margins[0]] : [.. new ReadOnlySpan<float>(margins, Classes).ToArray().Select(margin => (double)margin)];

    private void Require(SparseVector row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Dimension != Columns)
            throw new ArgumentException($"a row of {row.Dimension} columns for trees of {Columns}", nameof(row));
    }

    /// <summary>The library's description of a piece of memory (NumPy's array interface).</summary>
    private static string ArrayAt(void* address, int length, string type) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"data":[{{(nuint)address}},true],"shape":[{{length}}],"typestr":"{{type}}","version":3}""");
}
