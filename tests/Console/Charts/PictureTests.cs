using Bunit;
using WorkflowRecovery.Console.Charts;

namespace WorkflowRecovery.Console.Tests.Charts;

public sealed class PictureTests : BunitContext
{
    [Fact]
    public void A_curve_is_a_picture_with_a_text()
    {
        var plot = Render<UnitPlot>(parameters => parameters
            .Add(p => p.Points, [new(0, 0), new(0.2, 0.8, "promised 20 %"), new(1, 1)])
            .Add(p => p.Text, "an area of 0.8").Add(p => p.Caption, "ROC").Add(p => p.Across, "x").Add(p => p.Upward, "y"));

        Assert.Equal("an area of 0.8", plot.Find("svg[role=img]").GetAttribute("aria-label"));
        Assert.Equal("0,200 40,40 200,0", plot.Find("polyline").GetAttribute("points"));
        Assert.Equal("promised 20 %", plot.Find("circle title").TextContent);
        Assert.NotEmpty(plot.FindAll("text"));
    }

    [Fact]
    public void What_a_picture_says_cannot_become_markup()
    {
        var line = Render<SparkLine>(parameters => parameters.Add(p => p.Values, [1, 2]).Add(p => p.Text, "\"><script>alert(1)</script>"));
        var strip = Render<StatusStrip>(parameters => parameters
            .Add(p => p.Name, "<img src=x>")
            .Add(p => p.Stretches, [new("<b>bold</b>", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1))]));

        Assert.Empty(line.FindAll("script"));
        Assert.Empty(strip.FindAll("img, b"));
        Assert.StartsWith("<b>bold</b> from", strip.Find("title").TextContent);
    }

    [Fact]
    public void Weeks_are_lines_with_a_key()
    {
        var plot = Render<WeekPlot>(parameters => parameters
            .Add(p => p.Weeks, [DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(7)])
            .Add(p => p.Lines, [new("agreed", "first", [0.5, 1]), new("constant", "beside", [null, 0.5])])
            .Add(p => p.Text, "by week"));

        Assert.Equal(2, plot.FindAll("polyline").Count);
        Assert.Equal(["agreed", "constant"], plot.FindAll("figcaption .key").Select(key => key.TextContent));
    }
}
