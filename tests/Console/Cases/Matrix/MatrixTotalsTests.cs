using WorkflowRecovery.Console.Cases.Matrix;
using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Console.Tests.Cases.Matrix;

public sealed class MatrixTotalsTests
{
    [Fact]
    public void Failures_are_summed_by_category_and_tier_at_good_and_bad_sites()
    {
        var totals = MatrixTotals.Of(Cells.Usual);

        Assert.Equal(["T1", "T2"], totals.Tiers);
        Assert.Equal(["MEM", "FILE"], totals.Categories.Select(category => category.Name));
        Assert.Equal([new FailedJobs(1200, 0), new FailedJobs(7, 0)], totals.Categories[0].Tiers);
        Assert.Equal([new FailedJobs(0, 2), new FailedJobs(0, 30)], totals.Categories[1].Tiers);
        Assert.Equal(new FailedJobs(1207, 32), totals.All.All);
        Assert.Equal(1, totals.LostPlaces);
    }

    [Fact]
    public void Nothing_has_no_totals() => Assert.Empty(MatrixTotals.Of(SiteErrorMatrix.Empty).Categories);
}
