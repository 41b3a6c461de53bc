using CsCheck;
using WorkflowRecovery.Wr.Study.Charts.Drawing;

namespace WorkflowRecovery.Wr.Tests.Study.Charts;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(0.5, 3, "0.500")]
    [InlineData(-0.5, 1, "−0.5")]
    [InlineData(-0.0001, 2, "0.00")]
    [InlineData(9999, 0, "9999")]
    [InlineData(27034, 0, "27\u202F034")]
    [InlineData(2.5e8, 0, "2.5×10⁸")]
    public void A_number_is_written_with_its_decimals(double value, int decimals, string text) => Assert.Equal(text, Numbers.Fixed(value, decimals));

    [Theory]
    [InlineData(1e-4, "10⁻⁴")]
    [InlineData(2e-4, "2×10⁻⁴")]
    [InlineData(-3e12, "−3×10¹²")]
    [InlineData(0, "0")]
    public void A_power_is_raised(double value, string text) => Assert.Equal(text, Numbers.Power(value));

    [Fact]
    public void Per_cent_is_of_one() => Assert.Equal("87.53%", Numbers.Percent(0.8753, 2));

    [Fact]
    public void A_coordinate_that_is_not_finite_is_an_error() => Assert.Throws<ArgumentOutOfRangeException>(() => Numbers.Coordinate(double.NaN));

    [Fact]
    public void Text_is_cut_or_wrapped_to_its_room() =>
        Gen.Select(Gen.String[Gen.Char["abcMW .i"], 0, 60], Gen.Double[20, 200]).Sample((text, width) =>
        {
            Assert.InRange(Letters.Width(Letters.Fit(text, 12, width), 12), 0, width);
            Assert.All(Letters.Wrap(text, 12, width), line => Assert.InRange(Letters.Width(line, 12), 0, width));
        });
}
