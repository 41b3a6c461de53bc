using CsCheck;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Views;

public sealed class SparseVectorTests
{
    private static readonly Gen<SparseVector> AnyVector =
        from indices in Gen.Int[0, 2000].Array[0, 80].Select(all => all.Distinct().Order().ToArray())
        from values in Gen.Float[-1000, 1000].Array[indices.Length]
        select new SparseVector([.. indices], [.. values], 2001);

    [Fact]
    public void Any_vector_is_read_as_it_was_written() => AnyVector.Sample(vector =>
    {
        var read = SparseVectorBytes.Read(SparseVectorBytes.Write(vector));
        return read.Dimension == vector.Dimension && read.Indices.SequenceEqual(vector.Indices) && read.Values.SequenceEqual(vector.Values);
    });

    [Fact]
    public void Bytes_cut_short_anywhere_are_refused() => AnyVector.Sample(vector =>
    {
        var bytes = SparseVectorBytes.Write(vector);
        for (var length = 0; length < bytes.Length; length++)
            Assert.Throws<FormatException>(() => SparseVectorBytes.Read(bytes[..length]));
    }, iter: 30);

    [Fact]
    public void Bytes_of_another_version_or_with_a_tail_are_refused()
    {
        var bytes = SparseVectorBytes.Write(new([1, 5], [2f, 3f], 9));
        Assert.Throws<FormatException>(() => SparseVectorBytes.Read([.. bytes, 0]));
        bytes[0] = 2;
        Assert.Contains("version 2", Assert.Throws<FormatException>(() => SparseVectorBytes.Read(bytes)).Message);
    }

    [Fact]
    public void A_vector_of_three_values_takes_few_bytes() => Assert.Equal(1 + 2 + 1 + 4 + 12, SparseVectorBytes.Write(new([3, 500, 501], [1f, 2f, 3f], 1040)).Length);

    [Fact]
    public void Indices_out_of_order_or_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new SparseVector([2, 2], [1f, 1f], 5));
        Assert.Throws<ArgumentException>(() => new SparseVector([-1], [1f], 5));
        Assert.Throws<ArgumentException>(() => new SparseVector([5], [1f], 5));
        Assert.Throws<ArgumentException>(() => new SparseVector([1], [], 5));
        Assert.Throws<ArgumentException>(() => new SparseVector([1], [float.NaN], 5));
    }

    [Fact]
    public void Columns_that_are_not_stored_are_zero()
    {
        var vector = new SparseVector([3], [2f], 5);
        Assert.Equal((0f, 2f), (vector[2], vector[3]));
    }
}
