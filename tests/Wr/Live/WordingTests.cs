using WorkflowRecovery.ServiceDefaults.Display;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Tests.History;

namespace WorkflowRecovery.Wr.Tests.Live;

public sealed class WordingTests
{
    [Fact]
    public void The_codes_with_the_most_failures_come_first() => Assert.Equal(
        "8021 x9, not reported",
        RecommendationText.DominantErrors([Tasks.Row("a", null, 85, 1), Tasks.Row("a", null, -1, 2), Tasks.Row("a", null, 8021, 4), Tasks.Row("b", null, 8021, 5)]));

    [Fact]
    public void No_error_is_said_in_words() => Assert.Equal("no errors", RecommendationText.DominantErrors([]));

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.51, 3)]
    [InlineData(0.99, 4)]
    [InlineData(0.25, 1)]
    public void A_percentile_is_the_value_of_the_nearest_rank(double share, double value) =>
        Assert.Equal(value, Percentile.Of([4.0, 1, 3, 2], share));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\u001b[31mred\u0007", @"\u001B[31mred\u0007")]
    [InlineData("\u009b2J", @"\u009B2J")]
    [InlineData("a\u202eb", @"a\u202Eb")]
    [InlineData("näme 😀", "näme 😀")]
    [InlineData(null, "")]
    public void Text_from_outside_cannot_steer_the_terminal(string? text, string shown) => Assert.Equal(shown, SafeText.Of(text));

    [Fact]
    public void A_long_text_is_cut() => Assert.Equal("abc…", SafeText.Of("abcdef", 4));
}
