using CsCheck;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Domain.Tests.Matrices;

public class MatrixEncodingTests
{
    [Fact]
    public void Every_matrix_is_decoded_as_it_was() =>
        AnyMatrix.Any.Sample(matrix => MatrixEncoding.Decode(MatrixEncoding.Encode(matrix)).Equals(matrix));

    [Fact]
    public void The_largest_count_and_the_outermost_codes_are_kept()
    {
        var matrix = SiteErrorMatrix.Of(
        [
            new(int.MinValue, "T2_CH_CERN", Readiness.Red, long.MaxValue),
            new(int.MaxValue, "", Readiness.Yellow, 1),
        ]);
        Assert.Equal(matrix, MatrixEncoding.Decode(MatrixEncoding.Encode(matrix)));
    }

    [Fact]
    public void The_empty_matrix_takes_three_bytes() =>
        Assert.Equal([1, 0, 0], MatrixEncoding.Encode(SiteErrorMatrix.Empty));

    [Fact]
    public void A_typical_matrix_of_21_cells_stays_under_400_bytes()
    {
        var sites = SiteCatalogue.Known.Where(name => name.StartsWith("T1", StringComparison.Ordinal)).Take(17).ToArray();
        int[] codes = [92, 85, 50660, 99303];
        var matrix = SiteErrorMatrix.Of(
        [
            .. sites.Select(site => new MatrixCell(-1, site, Readiness.None, 1)),
            .. codes.Select((code, index) => new MatrixCell(code, sites[index], Readiness.Green, 130)),
        ]);
        Assert.Equal(21, matrix.Cells.Length);
        Assert.InRange(MatrixEncoding.Encode(matrix).Length, 100, 400);
    }

    [Fact]
    public void Bytes_cut_short_are_refused() =>
        AnyMatrix.Any.Sample(matrix =>
        {
            var bytes = MatrixEncoding.Encode(matrix);
            for (var length = 0; length < bytes.Length; length++)
                Assert.Throws<FormatException>(() => MatrixEncoding.Decode(bytes.AsSpan(0, length)));
        }, iter: 30);

    [Fact]
    public void Changed_bytes_are_refused_or_are_the_encoding_of_what_they_decode_to() =>
        Gen.Select(AnyMatrix.Any, Gen.Int[0, int.MaxValue], Gen.Byte).Sample((matrix, place, value) =>
        {
            var bytes = MatrixEncoding.Encode(matrix);
            bytes[place % bytes.Length] = value;
            return IsRefusedOrCanonical(bytes);
        });

    [Fact]
    public void Arbitrary_bytes_are_refused_or_are_the_encoding_of_what_they_decode_to() =>
        Gen.Byte[0, 20].Array[0, 40].Sample(tail => IsRefusedOrCanonical([1, .. tail]), iter: 10_000);

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0, 0, 0 })]
    [InlineData(new byte[] { 2, 0, 0 })]
    [InlineData(new byte[] { 1, 0, 0, 0 })]
    [InlineData(new byte[] { 1, 0x80, 0, 0 })]
    [InlineData(new byte[] { 1, 1, 1, 65, 0 })]
    [InlineData(new byte[] { 1, 1, 1, 0xff, 1, 2, 1, 0, 1 })]
    [InlineData(new byte[] { 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01, 0 })]
    [InlineData(new byte[] { 1, 1, 1, 65, 1, 2, 1, 0, 0 })]
    [InlineData(new byte[] { 1, 1, 1, 65, 1, 2, 1, 4, 1 })]
    public void Bytes_that_no_matrix_encodes_to_are_refused(byte[] bytes) =>
        Assert.Throws<FormatException>(() => MatrixEncoding.Decode(bytes));

    private static bool IsRefusedOrCanonical(byte[] bytes)
    {
        try
        {
            return MatrixEncoding.Encode(MatrixEncoding.Decode(bytes)).AsSpan().SequenceEqual(bytes);
        }
        catch (FormatException)
        {
            return true;
        }
    }
}
