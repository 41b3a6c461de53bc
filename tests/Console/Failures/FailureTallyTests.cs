using WorkflowRecovery.Console.Failures;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Console.Tests.Failures;

public sealed class FailureTallyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly FailureTally Week = FailureTally.Of(
        [
            Task("a", 0, (85, "T1_A", 10), (85, "T2_B", 5)),
            Task("a", 1, (50660, "T2_B", 2)),
            Task("b", 6, (85, "T2_B", 1)),
            Task("old", 7, (85, "T1_A", 1000)),
            Task("early", -1, (85, "T1_A", 1000)),
        ],
        Now, 7);

    [Fact]
    public void Only_the_days_that_are_asked_for_count() => Assert.Equal((3, 16L), (Week.Tasks, Week.Of(85)!.Jobs));

    [Fact]
    public void Codes_and_sites_come_with_their_workflows_the_most_hit_first()
    {
        Assert.Equal([85, 50660], Week.Codes.Select(code => code.Code));
        Assert.Equal([("T2_B", 1, 2, 8L), ("T1_A", 2, 1, 10L)], Week.Sites.Select(site => (site.Site, site.Rank, site.Workflows, site.Jobs)));
        Assert.Equal([("T2_B", 6L, 2), ("T1_A", 10L, 1)], Week.Of(85)!.Sites.Select(site => (site.Part, site.Jobs, site.Workflows)));
        Assert.Equal([(85, 6L), (50660, 2L)], Week.Of("T2_B")!.Codes.Select(code => (code.Part, code.Jobs)));
    }

    [Fact]
    public void The_days_of_a_trend_end_today() => Assert.Equal([1L, 0, 0, 0, 0, 0, 15], Week.Of(85)!.PerDay);

    [Fact]
    public void The_workflows_hit_are_those_reported_last_first() => Assert.Equal(["a", "b"], Week.Of("T2_B")!.Hit.Select(hit => hit.Workflow));

    private static ReportedFailure Task(string workflow, int daysAgo, params (int Code, string Site, long Count)[] cells) => new(
        workflow, Now.AddDays(-daysAgo), MatrixEncoding.Encode(SiteErrorMatrix.Of(cells.Select(cell => new MatrixCell(cell.Code, cell.Site, Readiness.Green, cell.Count)))));
}
