using AngleSharp.Dom;
using Bunit;
using WorkflowRecovery.Console.Cases.Matrix;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Console.Tests.Cases.Matrix;

public sealed class MatrixPictureTests : BunitContext
{
    [Fact]
    public void Bad_sites_are_told_by_colour_and_by_a_corner()
    {
        var picture = Picture(Cells.Usual);

        Assert.Equal(2, picture.FindAll("[role=gridcell].good").Count);
        Assert.Equal(3, picture.FindAll("[role=gridcell].bad").Count);
        Assert.All(picture.FindAll("[role=gridcell].bad"), cell => Assert.Single(cell.QuerySelectorAll("path")));
        Assert.All(picture.FindAll("[role=gridcell].good"), cell => Assert.Empty(cell.QuerySelectorAll("path")));
    }

    [Fact]
    public void Hovering_and_screen_readers_hear_the_same()
    {
        var cell = Picture(Cells.Of((50660, "T1_US_FNAL", Readiness.Green, 12))).Find("[role=gridcell]");

        Assert.Contains("50660", cell.QuerySelector("title")!.TextContent);
        Assert.EndsWith("T1_US_FNAL, readiness green. 12 failed jobs.", cell.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(cell.GetAttribute("aria-label"), cell.QuerySelector("title")!.TextContent);
    }

    [Fact]
    public void One_cell_is_in_the_order_of_the_tabulator_and_arrows_move_it()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var picture = Picture(Cells.Usual);
        var first = Assert.Single(picture.FindAll("[role=gridcell][tabindex='0']")).GetAttribute("aria-label");

        picture.Find("[role=grid]").KeyDown("ArrowRight");

        Assert.NotEqual(first, Assert.Single(picture.FindAll("[role=gridcell][tabindex='0']")).GetAttribute("aria-label"));
        Assert.Single(JSInterop.Invocations["Blazor._internal.domWrapper.focus"]);
    }

    [Fact]
    public void The_table_says_the_same_as_the_picture()
    {
        var picture = Picture(Cells.Usual);

        picture.Find("button").Click();

        Assert.Empty(picture.FindAll("[role=grid]"));
        Assert.Equal("true", picture.Find("button").GetAttribute("aria-pressed"));
        Assert.NotNull(picture.Find("table caption"));
        Assert.Equal(
            ["50660|T1_US_FNAL|green|1,200", "8021|T2_US_MIT|yellow|30", "50660|T2_CH_CERN|green|7", "8021|T1_IT_CNAF|red|2", "-1|T1_US_FNAL_Disk|none|lost work"],
            picture.FindAll("tbody tr").Select(row => string.Join('|', row.Children.Where((_, at) => at != 1).Select(cell => cell.TextContent.Trim()))));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Hostile_names_are_text(bool asTable)
    {
        var picture = Picture(Cells.Of((1, Cells.Hostile, Readiness.Red, 3)));
        if (asTable)
            picture.Find("button").Click();

        Assert.Empty(picture.FindAll("script"));
        Assert.Contains(Cells.Hostile, picture.Nodes.QuerySelectorAll(asTable ? "td" : "title").Select(node => node.TextContent).Aggregate(string.Concat));
    }

    [Fact]
    public void A_hundred_sites_stay_a_readable_picture()
    {
        var picture = Picture(Cells.Wide(sites: 150, codes: 60));

        Assert.Equal("62", picture.Find("[role=grid]").GetAttribute("aria-colcount"));
        Assert.Equal("41", picture.Find("[role=grid]").GetAttribute("aria-rowcount"));
    }

    [Fact]
    public void Nothing_is_styled_or_scripted_in_place()
    {
        var picture = Picture(Cells.Usual);

        Assert.Empty(picture.FindAll("style, script, [style]"));
    }

    [Fact]
    public void A_task_without_errors_says_so() => Assert.Contains("No error was reported", Picture(SiteErrorMatrix.Empty).Markup);

    private IRenderedComponent<MatrixPicture> Picture(SiteErrorMatrix matrix) => Render<MatrixPicture>(picture => picture.Add(one => one.Matrix, matrix));
}
