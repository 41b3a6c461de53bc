using WorkflowRecovery.Wr.Study.Charts;

namespace WorkflowRecovery.Wr.Tests.Study.Charts;

public sealed class BarTests
{
    private static readonly Axis Share = new("share") { From = 0, To = 1 };

    [Fact]
    public void A_bar_reaches_from_nought_to_its_value()
    {
        var drawn = Drawn.Of(new BarChart("t", Share, ["acdc", "clone"], [new BarGroup("ours", [0.8, 0.2]), new BarGroup("talk", [0.6, (double?)null])]));

        AssertReaches(drawn, "acdc, ours: 0.800", "0.0", "0.8");
        AssertReaches(drawn, "clone, ours: 0.200", "0.0", "0.2");
        Assert.Equal(["0.800", "0.600", "0.200", "–"], drawn.Labels.Where(label => label is "–" || (label.Length == 5 && label[0] == '0')));
    }

    [Fact]
    public void A_bar_below_nought_goes_to_the_left()
    {
        var drawn = Drawn.Of(new BarChart("t", new Axis("change"), ["a", "b"], [new BarGroup("g", [-2.0, 3.0])]) { Decimals = 0 });

        AssertReaches(drawn, "a, g: −2", "−2", "0");
        AssertReaches(drawn, "b, g: 3", "0", "3");
    }

    [Fact]
    public void A_bar_tells_its_error_and_shows_the_mark_of_others()
    {
        var drawn = Drawn.Of(new BarChart("t", Share, ["a"], [new BarGroup("g", [new Measured(0.8, 0.4, 0.9)])]) { Mark = new BarMark("the talk", [0.6]) });
        var mark = drawn.All("line").Where(line => Drawn.Number(line, "stroke-width") is 2.4).Select(line => Drawn.Number(line, "x1"));

        AssertReaches(drawn, "a, g: 0.800 [0.400, 0.900]", "0.0", "0.8");
        Assert.Contains(mark, x => Math.Abs(x - drawn.TickX("0.6")) < 0.02);
        Assert.Contains("the talk", drawn.Labels);
        Assert.Contains(drawn.All("line"), line => Math.Abs(Drawn.Number(line, "x1") - drawn.TickX("0.4")) < 0.02 && Drawn.Number(line, "stroke-width") is 1.4);
    }

    [Fact]
    public void Parts_lie_end_to_end_and_fill_the_whole()
    {
        var drawn = Drawn.Of(new StackedBars("t", "share", ["none", "much"], [new StackedPart("MEM", [1, null]), new StackedPart("FILE", [3, 5])]));

        AssertReaches(drawn, "none, MEM: 25.0%", "0%", null);
        AssertReaches(drawn, "none, FILE: 75.0%", null, "100%");
        AssertReaches(drawn, "much, FILE: 100.0%", "0%", "100%");
        Assert.Equal(Right(drawn.Telling("none, MEM: 25.0%")), Drawn.Number(drawn.Telling("none, FILE: 75.0%"), "x"), 0.02);
        Assert.Equal(["n = 4", "n = 5"], drawn.Labels.Where(label => label.StartsWith("n =", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_long_name_is_broken_or_cut()
    {
        var drawn = Drawn.Of(new BarChart("t", Share, ["a name of many words that does not fit on one line nor even on two of them, as it seems"], [new BarGroup("g", [0.5])]));

        Assert.Contains(drawn.Labels, label => label.EndsWith('…'));
        Assert.InRange(Drawn.Number(drawn.Telling("a name of many words that does not fit on one line nor even on two of them, as it seems, g: 0.500"), "x"), 0, 300);
    }

    private static void AssertReaches(Drawn drawn, string tip, string? from, string? to)
    {
        var bar = drawn.Telling(tip);
        if (from is not null)
            Assert.Equal(drawn.TickX(from), Drawn.Number(bar, "x"), 0.02);
        if (to is not null)
            Assert.Equal(drawn.TickX(to), Right(bar), 0.02);
    }

    private static double Right(System.Xml.Linq.XElement bar) => Drawn.Number(bar, "x") + Drawn.Number(bar, "width");
}
