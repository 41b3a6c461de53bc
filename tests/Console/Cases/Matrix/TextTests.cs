using WorkflowRecovery.Console.Cases.Matrix;

namespace WorkflowRecovery.Console.Tests.Cases.Matrix;

public sealed class TextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1000, "1k")]
    [InlineData(1299, "1.2k")]
    [InlineData(12_999, "12k")]
    [InlineData(999_999, "999k")]
    [InlineData(3_400_000, "3.4M")]
    [InlineData(long.MaxValue, "9.2E")]
    public void Counts_are_said_in_few_letters(long count, string said) => Assert.Equal(said, CountText.Of(count));

    [Theory]
    [InlineData("T2_CH_CERN", "T2_CH_CERN")]
    [InlineData("T2_CH_CERN_WITH_A_LONG_TAIL", "T2_CH_CER…")]
    public void Long_names_are_cut(string name, string shown) => Assert.Equal(shown, ShortName.Of(name, 10));

    [Fact]
    public void A_name_of_a_hundred_thousand_marks_is_cut_too() => Assert.InRange(ShortName.Of("a" + new string('\u0301', 100_000), 10).Length, 1, 80);
}
