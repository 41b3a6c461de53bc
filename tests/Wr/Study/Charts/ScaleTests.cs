using CsCheck;
using WorkflowRecovery.Wr.Study.Charts;
using WorkflowRecovery.Wr.Study.Charts.Drawing;

namespace WorkflowRecovery.Wr.Tests.Study.Charts;

public sealed class ScaleTests
{
    private static readonly Axis Free = new("x");
    private static readonly Axis FreeLog = new("x") { Logarithmic = true };

    /// <summary>Numbers of very different sizes.</summary>
    private static readonly Gen<double> AnySize = Gen.Select(Gen.Double[1, 10], Gen.Int[-12, 12], (factor, exponent) => factor * Math.Pow(10, exponent));

    [Fact]
    public void Numbers_of_an_axis_are_round_evenly_spaced_and_cover_what_is_shown() =>
        Gen.Select(Gen.Select(AnySize, Gen.Bool, (size, negative) => negative ? -size : size).Array[1, 6], Gen.Int[3, 9]).Sample((values, about) =>
        {
            var scale = Scale.Of(Free, values.Select(value => (double?)value), about);
            var ticks = scale.Ticks.Select(tick => tick.Value).ToList();
            var step = (ticks[^1] - ticks[0]) / (ticks.Count - 1);

            Assert.InRange(ticks.Count, 2, about + 3);
            Assert.True(ticks[0] <= values.Min() && ticks[^1] >= values.Max());
            Assert.Equal((scale.From, scale.To), (ticks[0], ticks[^1]));
            Assert.Contains(Leading(step), (double[])[1, 2, 5]);
            Assert.All(ticks.Zip(ticks.Skip(1)), pair => Assert.Equal(1, (pair.Second - pair.First) / step, 1e-5));
            Assert.Equal(ticks.Count, scale.Ticks.Select(tick => tick.Text).Distinct().Count());
        });

    [Fact]
    public void Numbers_of_a_logarithmic_axis_are_round_and_cover_what_is_shown() =>
        AnySize.Array[1, 6].Sample(values =>
        {
            var scale = Scale.Of(FreeLog, values.Select(value => (double?)value));
            var labelled = scale.Ticks.Where(tick => tick.Text is not null).Select(tick => tick.Value).ToList();

            Assert.InRange(labelled.Count, 2, 12);
            Assert.True(labelled[0] <= values.Min() && labelled[^1] >= values.Max());
            Assert.All(labelled, value => Assert.Contains(Leading(value), (double[])[1, 2, 5]));
            Assert.Equal(scale.Ticks.Select(tick => tick.Value).Order(), scale.Ticks.Select(tick => tick.Value));
        });

    [Fact]
    public void Shares_run_from_nought_at_the_beginning_to_one_at_the_end() =>
        Gen.Select(AnySize.Array[2, 6], Gen.Bool).Sample((values, powers) =>
        {
            var scale = Scale.Of(powers ? FreeLog : Free, values.Select(value => (double?)value));

            Assert.Equal((0, 1), (scale.Share(scale.From), scale.Share(scale.To)));
            Assert.All(values, value => Assert.InRange(scale.Share(value), 0, 1));
            Assert.Equal(values.Order(), values.OrderBy(scale.Share).ThenBy(value => value));
        });

    [Fact]
    public void An_axis_with_set_ends_keeps_them_and_numbers_inside()
    {
        var scale = Scale.Of(Free with { From = 0.47, To = 1 }, [0.1, 7]);

        Assert.Equal((0.47, 1), (scale.From, scale.To));
        Assert.Equal([0.5, 0.6, 0.7, 0.8, 0.9, 1.0], scale.Ticks.Select(tick => tick.Value));
        Assert.Equal(["0.5", "0.6", "0.7", "0.8", "0.9", "1.0"], scale.Ticks.Select(tick => tick.Text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.8)]
    [InlineData(-3e9)]
    public void One_value_alone_has_room_around_it(double value)
    {
        var scale = Scale.Of(Free, [value]);

        Assert.InRange(scale.Share(value), 0.2, 0.8);
    }

    [Fact]
    public void Short_logarithmic_axes_count_one_two_five_and_long_ones_powers()
    {
        Assert.Equal(["1%", "2%", "5%", "10%", "20%", "50%", "100%"], Texts(FreeLog with { Percent = true }, 0.01, 1));
        Assert.Equal(["0.001", "0.01", "0.1", "1", "10"], Texts(FreeLog, 0.001, 10));
        Assert.Equal(["10⁻⁶", "10⁻⁵", "10⁻⁴", "10⁻³", "10⁻²"], Texts(FreeLog, 1e-6, 1e-2));
    }

    private static IEnumerable<string> Texts(Axis axis, double low, double high) =>
        Scale.Of(axis, [low, high]).Ticks.Where(tick => tick.Text is not null).Select(tick => tick.Text!);

    private static double Leading(double value)
    {
        var leading = Math.Round(value / Math.Pow(10, Math.Floor(Math.Log10(value) + 1e-6)), 4);
        return leading is 10 ? 1 : leading;
    }
}
