using WorkflowRecovery.Learning.Networks.Arithmetic;

namespace WorkflowRecovery.Learning.Tests.Networks.Arithmetic;

public sealed class MatrixProductTests
{
    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 1 }, { 1, 7, 50 }, { 6, 16, 16 }, { 7, 17, 17 }, { 5, 3, 2 }, { 63, 50, 50 }, { 13, 255, 33 }, { 12, 257, 15 }, { 3, 700, 31 }, { 64, 1, 48 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_product_is_the_sum_over_the_inner_index(int rows, int inner, int columns)
    {
        var (a, b) = (Values(rows * inner, 1), Values(inner * columns, 2));
        Check(MatrixView.Of(a, rows, inner), MatrixView.Of(b, inner, columns));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Either_factor_may_be_transposed(int rows, int inner, int columns)
    {
        var (a, b) = (Values(rows * inner, 3), Values(inner * columns, 4));
        Check(MatrixView.Of(a, inner, rows).Transposed, MatrixView.Of(b, inner, columns));
        Check(MatrixView.Of(a, rows, inner), MatrixView.Of(b, columns, inner).Transposed);
        Check(MatrixView.Of(a, inner, rows).Transposed, MatrixView.Of(b, columns, inner).Transposed);
    }

    [Fact]
    public void One_product_object_serves_any_shapes_one_after_the_other()
    {
        var product = new MatrixProduct();
        foreach (var (rows, inner, columns) in new[] { (40, 300, 60), (2, 3, 4), (9, 20, 90) })
            Check(MatrixView.Of(Values(rows * inner, 5), rows, inner), MatrixView.Of(Values(inner * columns, 6), inner, columns), product);
    }

    [Fact]
    public void A_row_has_the_same_bits_whatever_rows_are_beside_it()
    {
        var (a, b) = (Values(20 * 300, 7), Values(300 * 21, 8));
        var together = new float[20 * 21];
        new MatrixProduct().Add(together, MatrixView.Of(a, 20, 300), MatrixView.Of(b, 300, 21));
        for (var row = 0; row < 20; row++)
        {
            var alone = new float[21];
            new MatrixProduct().Add(alone, MatrixView.Of(a.AsSpan(row * 300, 300), 1, 300), MatrixView.Of(b, 300, 21));
            Assert.Equal(together[(row * 21)..((row + 1) * 21)], alone);
        }
    }

    [Fact]
    public void Nothing_times_nothing_adds_nothing()
    {
        float[] c = [1, 2];
        new MatrixProduct().Add([], MatrixView.Of([], 0, 3), MatrixView.Of(Values(6, 1), 3, 2));
        new MatrixProduct().Add(c, MatrixView.Of([], 1, 0), MatrixView.Of([], 0, 2));
        Assert.Equal([1f, 2f], c);
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new MatrixProduct().Add(new float[4], MatrixView.Of(new float[4], 2, 2), MatrixView.Of(new float[6], 3, 2)));
        Assert.Throws<ArgumentException>(() => new MatrixProduct().Add(new float[5], MatrixView.Of(new float[4], 2, 2), MatrixView.Of(new float[4], 2, 2)));
        Assert.Throws<ArgumentException>(() => MatrixView.Of(new float[5], 2, 3).Rows);
    }

    private static void Check(MatrixView a, MatrixView b, MatrixProduct? product = null)
    {
        var sums = Values(a.Rows * b.Columns, 9);
        var expected = sums.Select(value => (double)value).ToArray();
        for (var row = 0; row < a.Rows; row++)
            for (var column = 0; column < b.Columns; column++)
                for (var inner = 0; inner < a.Columns; inner++)
                    expected[row * b.Columns + column] +=
                        (double)a.Values[row * a.RowStride + inner * a.ColumnStride] * b.Values[inner * b.RowStride + column * b.ColumnStride];

        (product ?? new()).Add(sums, a, b);
        for (var i = 0; i < sums.Length; i++)
            Assert.Equal(expected[i], sums[i], 1e-5 * a.Columns + 1e-6);
    }

    private static float[] Values(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
    }
}
