using WorkflowRecovery.Console.Charts;

namespace WorkflowRecovery.Console.Tests.Charts;

public sealed class LayoutTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_line_breaks_where_nothing_is_known() => Assert.Equal(
        ["0,10 25,0", "75,5 100,10"],
        LineLayout.Stretches([0, 1, null, 0.5, 0], top: 1, width: 100, height: 10));

    [Fact]
    public void A_single_value_is_still_drawn() =>
        Assert.Equal(["50,0 50,0"], LineLayout.Stretches([null, 3, null], top: 3, width: 100, height: 10));

    [Fact]
    public void Nothing_but_zeros_lies_on_the_ground() =>
        Assert.Equal(["0,10 100,10"], LineLayout.Stretches([0, 0], top: 0, width: 100, height: 10));

    [Fact]
    public void A_curve_stays_within_its_square() =>
        Assert.Equal("0,200 100,0 200,0", LineLayout.InUnitSquare([new(0, 0), new(0.5, 1.2), new(1, 1)], 200));

    [Fact]
    public void A_strip_shows_each_state_for_as_long_as_it_held()
    {
        var parts = StripLayout.Of([new("green", Start, Start.AddDays(3)), new("red", Start.AddDays(3), Start.AddDays(4))]);

        Assert.Equal(["good", "bad"], parts.Select(part => part.Class));
        Assert.Equal([225, 75], parts.Select(part => part.Width));
        Assert.True(parts[1].Height > parts[0].Height);
        Assert.Equal("red from 2026-03-04 00:00 UTC to 2026-03-05 00:00 UTC", parts[1].Tells);
    }

    [Fact]
    public void A_strip_of_many_states_is_a_path_for_each_kind() => Assert.Equal(
        [("good", "M0 18v-5h150v5zM225 18v-5h75v5z"), ("bad", "M150 18v-18h75v18z")],
        StripLayout.Paths([new("green", Start, Start.AddDays(2)), new("red", Start.AddDays(2), Start.AddDays(3)), new("green", Start.AddDays(3), Start.AddDays(4))]));

    [Fact]
    public void A_state_of_a_minute_is_still_seen() =>
        Assert.All(StripLayout.Of([new("green", Start, Start.AddDays(30)), new("red", Start.AddDays(30), Start.AddDays(30).AddMinutes(1))]), part => Assert.True(part.Width >= 0.8));

    [Fact]
    public void A_strip_reads_as_shares_of_time() => Assert.Equal(
        "green 75.0 %, red 25.0 %",
        StripLayout.InWords([new("green", Start, Start.AddDays(3)), new("red", Start.AddDays(3), Start.AddDays(4))]));

    [Theory]
    [InlineData(59, "59 s")]
    [InlineData(600, "10 min")]
    [InlineData(10_000, "2 h")]
    [InlineData(400_000, "4 days")]
    public void A_length_of_time_is_in_its_largest_unit(int seconds, string text) => Assert.Equal(text, Wording.Length(TimeSpan.FromSeconds(seconds)));
}
