using WorkflowRecovery.Wr.Study.Charts;

namespace WorkflowRecovery.Wr.Tests.Study.Charts;

public sealed class GridTests
{
    private static readonly Axis Count = new("workflows");

    [Fact]
    public void Cells_lie_by_row_and_column_from_dark_to_light()
    {
        var drawn = Drawn.Of(new HeatMap("t", "r", ["a", "b"], "c", ["x", "y"], Count with { From = 0, To = 10 }, [[0, 5], [null, 10]]) { Decimals = 0 });
        var (first, right, missing, last) = (drawn.Telling("a, x: 0"), drawn.Telling("a, y: 5"), drawn.Telling("b, x: –"), drawn.Telling("b, y: 10"));

        Assert.Equal(Drawn.Number(first, "x") + Drawn.Number(first, "width"), Drawn.Number(right, "x"), 0.02);
        Assert.Equal(Drawn.Number(first, "y") + Drawn.Number(first, "height"), Drawn.Number(missing, "y"), 0.02);
        Assert.Equal(["#440154", "none", "#fde725"], ((System.Xml.Linq.XElement[])[first, missing, last]).Select(cell => (string?)cell.Attribute("fill")));
    }

    [Fact]
    public void A_nought_has_its_figure_and_no_colour_on_a_logarithmic_scale()
    {
        var drawn = Drawn.Of(new HeatMap("t", "r", ["a"], "c", ["x", "y", "z"], Count with { Logarithmic = true }, [[0, 1, 1000]]) { Decimals = 0 });

        Assert.Equal("none", (string?)drawn.Telling("a, x: 0").Attribute("fill"));
        Assert.Equal("#440154", (string?)drawn.Telling("a, y: 1").Attribute("fill"));
        Assert.Contains("0", drawn.Labels);
    }

    [Fact]
    public void Figures_that_do_not_fit_are_left_to_the_colours()
    {
        string[] columns = [.. Enumerable.Range(0, 60).Select(index => $"T2_Site_{index}")];
        var drawn = Drawn.Of(new HeatMap("t", "r", ["a"], "c", columns, Count, [[.. columns.Select((_, index) => (double?)(123_456 + index))]]) { Decimals = 0 });

        Assert.DoesNotContain("123\u202F456", drawn.Labels);
        Assert.All(drawn.All("rect"), rect => Assert.InRange(Drawn.Number(rect, "x") + Drawn.Number(rect, "width"), 0, Drawn.Number(drawn.Root, "width")));
    }

    [Fact]
    public void Both_lights_add_up_on_black()
    {
        var drawn = Drawn.Of(new ColourImage("t", "r", ["code"], "c", ["T1", "T2", "T3", "T4"], [new ImagePanel("p", [[1, 0, 0.2, 0]], [[0, 1, 2, double.NaN]])])
        {
            RedName = "good",
            GreenName = "bad",
        });

        Assert.Equal("#ff0000", (string?)drawn.Telling("p, code, T1: good 1.00, bad 0.00").Attribute("fill"));
        Assert.Equal("#00ff00", (string?)drawn.Telling("p, code, T2: good 0.00, bad 1.00").Attribute("fill"));
        Assert.Equal("#33ff00", (string?)drawn.Telling("p, code, T3: good 0.20, bad 1.00").Attribute("fill"));
        Assert.DoesNotContain("T4", string.Concat(drawn.All("title").Skip(1).Select(title => title.Value)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(74, 25)]
    public void Of_many_rows_every_third_is_named(int rows, int named)
    {
        string[] codes = [.. Enumerable.Range(0, rows).Select(index => $"code{index}")];
        double[][] light = [.. codes.Select(_ => (double[])[1, 1])];
        var drawn = Drawn.Of(new ColourImage("t", "r", codes, "c", ["T1", "T2"], [new ImagePanel("p", light, light), new ImagePanel("q", light, light)]));

        Assert.Equal(named, drawn.Labels.Count(label => label.StartsWith("code", StringComparison.Ordinal)));
        Assert.Equal(Drawn.Number(drawn.Telling("p, code0, T1: red 1.00, green 1.00"), "y"), Drawn.Number(drawn.Telling("q, code0, T1: red 1.00, green 1.00"), "y"));
    }

    [Fact]
    public void Images_that_do_not_fit_beside_each_other_go_below()
    {
        string[] tiers = ["T0", "T1", "T2", "T3"];
        ImagePanel[] panels = [.. Enumerable.Range(0, 9).Select(index => new ImagePanel($"image{index}", [[1, 1, 1, 1]], [[0, 0, 0, 0]]))];
        var drawn = Drawn.Of(new ColourImage("t", "r", ["code"], "c", tiers, panels));

        Assert.All(drawn.All("rect"), rect => Assert.InRange(Drawn.Number(rect, "x") + Drawn.Number(rect, "width"), 0, 760));
        Assert.Equal(3, panels.Select(panel => Drawn.Number(drawn.Telling($"{panel.Name}, code, T0: red 1.00, green 0.00"), "y")).Distinct().Count());
    }
}
