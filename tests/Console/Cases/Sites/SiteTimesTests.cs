using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Console.Cases.Sites;
using WorkflowRecovery.Console.Tests.Cases.Matrix;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Console.Tests.Cases.Sites;

public sealed class SiteTimesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Sites_with_most_failures_come_first_then_those_with_lost_work_then_those_offered() => Assert.Equal(
        ["T1_US_FNAL", "T2_US_MIT", "T2_CH_CERN", "T1_IT_CNAF", "T1_US_FNAL_Disk", "T2_A", "T2_B"],
        SiteTimes.Chosen(Cells.Usual, ["T2_B", "T2_A", "T2_US_MIT"]));

    [Fact]
    public void A_site_tells_how_it_stood_and_how_it_stands()
    {
        var line = Line(
            Changed(-400, "green", "enabled"),
            Changed(-30, "red", null),
            Changed(-1, null, "drain"));

        Assert.Equal(("green", "red", "drain"), (line.AtReport, line.Readiness.Now, line.Status.Now));
        Assert.True(line.HasChanged);
        Assert.True(line.IsUnavailable);
        Assert.Equal([("green", SiteTimes.Since(Now)), ("red", Now.AddHours(-30))], line.Readiness.Stretches.Select(stretch => (stretch.Word, stretch.From)));
    }

    [Fact]
    public void Of_changes_of_one_time_the_greatest_source_counts()
    {
        var line = Line(Changed(-2, "red", null) with { Source = "b" }, Changed(-2, "yellow", null) with { Source = "a" });

        Assert.Equal("red", line.Readiness.Now);
    }

    [Fact]
    public void Of_what_was_never_said_nothing_is_known()
    {
        var line = Line();

        Assert.Null(line.Readiness.Now);
        Assert.False(line.HasChanged);
        Assert.Null(Assert.Single(line.Readiness.Stretches).Word);
    }

    [Fact]
    public void No_more_sites_are_shown_than_one_reads() => Assert.Equal(SiteTimes.MostSites, SiteTimes.Chosen(Cells.Wide(sites: 150), []).Count);

    private static SiteLine Line(params SiteChangeRow[] changes)
    {
        var matrix = Cells.Of((1, "T2_A", Readiness.Green, 5), (SiteErrorMatrix.NotReported, "T2_A", Readiness.Green, 1));
        var line = Assert.Single(SiteTimes.Of(["T2_A"], matrix, ["T2_A"], changes, Now));
        Assert.Equal((5, true), (line.Errors, line.IsOffered));
        return line;
    }

    private static SiteChangeRow Changed(int hours, string? readiness, string? status) => new("T2_A", Now.AddHours(hours), "", readiness, status);
}
