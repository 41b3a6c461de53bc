using System.Numerics;
using System.Runtime.InteropServices;

namespace WorkflowRecovery.Learning.Networks.Arithmetic;

/// <summary>
/// Adds products of matrices: C += A B, where A and B may be transposed views. B is copied into panels two vectors wide,
/// so that a tile of 6 rows by one panel is summed in registers (Goto and van de Geijn 2008). Owns the copy's memory and
/// so serves one thread at a time. A row's sums do not depend on the other rows.
/// </summary>
internal sealed class MatrixProduct
{
    private const int TileRows = 6;
    private const int InnerBlock = 256;
    private static readonly int Panel = 2 * Vector<float>.Count;

    private readonly float[] edge = new float[TileRows * Panel];
    private float[] panels = [];

    /// <summary>C += A B.</summary>
    /// <param name="c">A.Rows x B.Columns, row after row.</param>
    /// <param name="a">The left factor.</param>
    /// <param name="b">The right factor; as many rows as <paramref name="a"/> has columns.</param>
    public void Add(Span<float> c, MatrixView a, MatrixView b)
    {
        if (a.Columns != b.Rows || c.Length != a.Rows * b.Columns)
            throw new ArgumentException($"{a.Rows} x {a.Columns} times {b.Rows} x {b.Columns} does not give {c.Length} values", nameof(c));

        if (c.Length > 0)
            AddBlocks(c, a, b);
    }

    private unsafe void AddBlocks(Span<float> c, MatrixView a, MatrixView b)
    {
        var panelCount = (b.Columns + Panel - 1) / Panel;
        var needed = panelCount * Panel * Math.Min(InnerBlock, b.Rows);
        if (panels.Length < needed)
            panels = new float[needed];

        fixed (float* cAt = c, aAt = a.Values, panelsAt = panels, edgeAt = edge)
        {
            for (var start = 0; start < b.Rows; start += InnerBlock)
            {
                var inner = Math.Min(InnerBlock, b.Rows - start);
                Pack(b, start, inner);
                for (var panel = 0; panel < panelCount; panel++)
                    AddPanel(
                        new(aAt + (nint)start * a.ColumnStride, a.RowStride, a.ColumnStride, panelsAt + panel * Panel * inner, inner),
                        new(cAt + panel * Panel, b.Columns, a.Rows, Math.Min(Panel, b.Columns - panel * Panel)), edgeAt);
            }
        }
    }

    private void Pack(MatrixView b, int start, int inner)
    {
        for (var (column, at) = (0, 0); column < b.Columns; column += Panel)
        {
            var width = Math.Min(Panel, b.Columns - column);
            for (var row = 0; row < inner; row++, at += Panel)
            {
                var source = (start + row) * b.RowStride + column * b.ColumnStride;
                var target = panels.AsSpan(at, Panel);
                if (b.ColumnStride == 1)
                    b.Values.Slice(source, width).CopyTo(target);
                else
                    for (var i = 0; i < width; i++)
                        target[i] = b.Values[source + i * b.ColumnStride];

                target[width..].Clear();
            }
        }
    }

    private static unsafe void AddPanel(Factors factors, Target target, float* edge)
    {
        for (var row = 0; row < target.Rows; row += TileRows)
        {
            var rows = Math.Min(TileRows, target.Rows - row);
            var a = factors.A + (nint)row * factors.RowStride;
            var c = target.C + (nint)row * target.Stride;
            if (rows == TileRows && target.Width == Panel)
            {
                MatrixTile.Add(a, factors, TileRows, c, target.Stride);
                continue;
            }

            new Span<float>(edge, TileRows * Panel).Clear();
            MatrixTile.Add(a, factors, rows, edge, Panel);
            for (var i = 0; i < rows; i++)
                for (var j = 0; j < target.Width; j++)
                    c[i * target.Stride + j] += edge[i * Panel + j];
        }
    }

    /// <summary>A block of A's columns and the panel of B that they are multiplied with.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly unsafe ref struct Factors(float* a, int rowStride, int columnStride, float* b, int inner)
    {
        public readonly float* A = a;
        public readonly float* B = b;
        public readonly nint RowStride = rowStride;
        public readonly nint ColumnStride = columnStride;
        public readonly int Inner = inner;
    }

    /// <summary>The part of C below a panel.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly unsafe ref struct Target(float* c, int stride, int rows, int width)
    {
        public readonly float* C = c;
        public readonly int Stride = stride;
        public readonly int Rows = rows;
        public readonly int Width = width;
    }
}
