using System.Numerics;
using System.Runtime.CompilerServices;

namespace WorkflowRecovery.Learning.Networks.Arithmetic;

/// <summary>The innermost loop of <see cref="MatrixProduct"/>: 6 rows by two vectors, summed in 12 registers.</summary>
internal static unsafe class MatrixTile
{
    /// <summary>Adds the product of a tile to <paramref name="c"/>; of rows beyond <paramref name="rows"/> copies of the last are added.</summary>
    /// <param name="a">First element of the tile's rows of A.</param>
    /// <param name="factors">Strides of A, the panel of B, and the length of the sums.</param>
    /// <param name="rows">Rows of A that exist, 1 to 6.</param>
    /// <param name="c">6 rows, each two vectors wide.</param>
    /// <param name="stride">From one row of C to the next.</param>
    // At once, not after thousands of calls: a short training would be over by then.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(float* a, MatrixProduct.Factors factors, int rows, float* c, int stride)
    {
        var (a1, a2, a3, a4, a5) = (
            Math.Min(1, rows - 1) * factors.RowStride, Math.Min(2, rows - 1) * factors.RowStride, Math.Min(3, rows - 1) * factors.RowStride,
            Math.Min(4, rows - 1) * factors.RowStride, Math.Min(5, rows - 1) * factors.RowStride);
        Vector<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default;
        Vector<float> c30 = default, c31 = default, c40 = default, c41 = default, c50 = default, c51 = default;
        var b = factors.B;
        for (var inner = factors.Inner; inner > 0; inner--, a += factors.ColumnStride, b += 2 * Vector<float>.Count)
        {
            var (b0, b1) = (Vector.Load(b), Vector.Load(b + Vector<float>.Count));
            var factor = Vector.Create(a[0]);
            c00 = Vector.FusedMultiplyAdd(factor, b0, c00);
            c01 = Vector.FusedMultiplyAdd(factor, b1, c01);
            factor = Vector.Create(a[a1]);
            c10 = Vector.FusedMultiplyAdd(factor, b0, c10);
            c11 = Vector.FusedMultiplyAdd(factor, b1, c11);
            factor = Vector.Create(a[a2]);
            c20 = Vector.FusedMultiplyAdd(factor, b0, c20);
            c21 = Vector.FusedMultiplyAdd(factor, b1, c21);
            factor = Vector.Create(a[a3]);
            c30 = Vector.FusedMultiplyAdd(factor, b0, c30);
            c31 = Vector.FusedMultiplyAdd(factor, b1, c31);
            factor = Vector.Create(a[a4]);
            c40 = Vector.FusedMultiplyAdd(factor, b0, c40);
            c41 = Vector.FusedMultiplyAdd(factor, b1, c41);
            factor = Vector.Create(a[a5]);
            c50 = Vector.FusedMultiplyAdd(factor, b0, c50);
            c51 = Vector.FusedMultiplyAdd(factor, b1, c51);
        }

        Store(c, c00, c01);
        Store(c + stride, c10, c11);
        Store(c + 2 * stride, c20, c21);
        Store(c + 3 * stride, c30, c31);
        Store(c + 4 * stride, c40, c41);
        Store(c + 5 * stride, c50, c51);
    }

    private static void Store(float* c, Vector<float> left, Vector<float> right)
    {
        (Vector.Load(c) + left).Store(c);
        (Vector.Load(c + Vector<float>.Count) + right).Store(c + Vector<float>.Count);
    }
}
