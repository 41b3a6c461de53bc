using WorkflowRecovery.Wr.Study.Charts;

namespace WorkflowRecovery.Wr.Tests.Study.Charts;

public sealed class LineChartTests
{
    private static readonly Axis Unit = new("rate") { From = 0, To = 1 };
    private static readonly Axis Powers = new("learning rate") { Logarithmic = true };

    [Fact]
    public void Points_land_where_the_numbers_of_the_axes_say()
    {
        var drawn = Of(Unit, new("score") { From = 2, To = 4 }, new Series("s", [new(0, 2), new(0.2, 3.5), new(1, 4)]));
        var spots = Drawn.Spots(Assert.Single(drawn.Curves));

        Assert.Equal([drawn.TickX("0.0"), drawn.TickX("0.2"), drawn.TickX("1.0")], spots.Select(spot => spot.X), Near);
        Assert.Equal([drawn.TickY("2.0"), drawn.TickY("3.5"), drawn.TickY("4.0")], spots.Select(spot => spot.Y), Near);
    }

    [Fact]
    public void On_a_logarithmic_axis_equal_factors_are_equal_lengths()
    {
        var drawn = Of(Powers, Unit, new Series("s", [new(1e-5, 0.1), new(1e-3, 0.2), new(1e-1, 0.3)]));
        var spots = Drawn.Spots(Assert.Single(drawn.Curves));

        Assert.Equal(spots[1].X - spots[0].X, spots[2].X - spots[1].X, Near);
        Assert.Equal(drawn.TickX("10⁻³"), spots[1].X, Near);
    }

    [Fact]
    public void A_missing_value_is_a_gap()
    {
        var drawn = Of(Unit, Unit, new Series("s", [new(0, 0.1), new(0.1, 0.1), new(0.2, double.NaN), new(0.3, 0.1), new(0.4, 0.1), new(0.5, (double?)null), new(0.6, 0.1)]));

        Assert.Equal([2, 2, 1], drawn.Curves.Select(curve => Drawn.Spots(curve).Count));
    }

    [Fact]
    public void A_point_at_zero_is_left_out_of_a_logarithmic_axis_and_counted()
    {
        var drawn = Of(Powers, Unit, new Series("s", [new(0, 0.5), new(-1, 0.5), new(0.1, 0.5), new(0.2, 0.5)]) { Trace = Trace.Points });

        Assert.Contains("2 points are not shown: zero or less has no place on a logarithmic axis.", drawn.Labels);
        Assert.Equal(2, drawn.All("title").Count(title => title.Value.StartsWith("s: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_axis_that_cannot_be_is_refused()
    {
        Axis[] axes =
        [
            Powers with { From = 0 }, Powers with { To = -1 }, Unit with { From = 1 }, Unit with { From = 2 }, Unit with { To = double.NaN }, Unit with { From = double.NegativeInfinity },
        ];

        Assert.All(axes, axis => Assert.Throws<ArgumentException>(() => Of(axis, Unit, new Series("s", [new(1, 1)]))));
    }

    [Fact]
    public void The_diagonal_runs_from_corner_to_corner()
    {
        var drawn = Drawn.Of(new LineChart("t", Unit, Unit, [new Series("s", [new(0, 0), new(0.5, 0.9), new(1, 1)])]) { References = [Reference.Diagonal("chance")] });
        var diagonal = Drawn.Spots(Assert.Single(drawn.All("path"), path => (string?)path.Attribute("stroke") == "currentColor"));
        var curve = Drawn.Spots(Assert.Single(drawn.Curves));

        Assert.Equal([curve[0], curve[^1]], diagonal);
        Assert.Contains("chance", drawn.Labels);
    }

    [Fact]
    public void A_level_to_compare_with_is_inside_though_no_point_is_near()
    {
        var drawn = Drawn.Of(new LineChart("t", Unit, new Axis("AUROC"), [new Series("s", [new(0, 0.5), new(1, 0.6)])]) { References = [Reference.Level("the talk", 0.8)] });

        Assert.Contains("0.80", drawn.Labels);
    }

    [Fact]
    public void A_band_goes_along_the_upper_ends_and_back_along_the_lower()
    {
        var drawn = Of(Unit, Unit, new Series("s", [new(0, 0.5, 0.4, 0.6), new(1, 0.5, 0.2, 0.8)]));
        var band = Drawn.Spots(Assert.Single(drawn.All("path"), path => path.Attribute("fill-opacity") is not null));

        Assert.Equal([drawn.TickY("0.6"), drawn.TickY("0.8"), drawn.TickY("0.2"), drawn.TickY("0.4")], band.Select(spot => spot.Y), Near);
    }

    [Fact]
    public void An_error_bar_reaches_from_low_to_high()
    {
        var drawn = Of(Unit, Unit, new Series("s", [new(0.4, 0.5, 0.2, 0.8)]) { ErrorBars = true, Trace = Trace.Points });
        var bars = drawn.All("line").Where(line => Drawn.Number(line, "stroke-width") is 1.4).ToList();

        Assert.Equal(3, bars.Count);
        Assert.Equal([drawn.TickY("0.2"), drawn.TickY("0.8")], [Drawn.Number(bars[0], "y1"), Drawn.Number(bars[0], "y2")], Near);
        Assert.Equal(drawn.TickX("0.4"), Drawn.Number(bars[0], "x1"), Near);
    }

    [Fact]
    public void A_point_outside_the_axis_is_not_drawn_though_the_line_runs_on()
    {
        var drawn = Of(Unit, Unit, new Series("s", [new(0, 0.5), new(0.5, 7), new(1, 0.5)]) { Trace = Trace.LineAndPoints });

        Assert.Equal(3, Drawn.Spots(Assert.Single(drawn.Curves)).Count);
        Assert.Equal(2, drawn.All("title").Count(title => title.Value.StartsWith("s: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_curve_of_very_many_points_is_thinned_and_keeps_its_ends()
    {
        var drawn = Of(Unit, Unit, new Series("s", [.. Enumerable.Range(0, 100_001).Select(index => new Point(index / 100_000.0, index / 100_000.0))]));
        var spots = Drawn.Spots(Assert.Single(drawn.Curves));

        Assert.InRange(spots.Count, 500, 5_000);
        Assert.Equal([drawn.TickX("0.0"), drawn.TickX("1.0")], [spots[0].X, spots[^1].X], Near);
    }

    [Fact]
    public void No_two_series_look_alike()
    {
        var series = Enumerable.Range(0, 20).Select(index => new Series($"s{index}", [new(0, 0.1), new(1, 0.9)])).ToArray();
        var looks = Of(Unit, Unit, series).All("svg").Single().Elements().Select(path => ((string?)path.Attribute("stroke"), (string?)path.Attribute("stroke-dasharray"))).ToList();

        Assert.Equal(20, looks.Distinct().Count());
    }

    private static Drawn Of(Axis x, Axis y, params Series[] series) => Drawn.Of(new LineChart("t", x, y, series));

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) < 0.02;
}
