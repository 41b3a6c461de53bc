using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using static WorkflowRecovery.Simulation.Tests.Simulated;

namespace WorkflowRecovery.Simulation.Tests;

/// <summary>The simulated matrices held against the published sparsity, frequencies and counts.</summary>
public sealed class MatrixTests
{
    private static readonly HashSet<string> Places = ["NoReportedSite", "Unknown", "null"];

    [Fact]
    public void A_task_has_the_published_number_of_cells_with_and_without_code_minus_one()
    {
        Near(20.9, (double)Cells.Count / Tasks.Count, 1.5);
        Near(4.38, (double)RealCells.Count / Tasks.Count, 0.4);
    }

    [Fact]
    public void One_task_in_eight_lists_minus_one_everywhere_and_the_others_at_two_or_three_places()
    {
        var marks = Tasks.Select(task => task.Matrix.Cells.Count(cell => cell.Code == SiteErrorMatrix.NotReported)).ToList();

        Near(13, 100 * marks.Average(count => count > 90 ? 1.0 : 0), 1.5);
        Near(110, marks.Where(count => count > 90).Average(), 2);
        Near(2.6, marks.Where(count => count <= 90).Average(), 0.4);
    }

    [Fact]
    public void Minus_one_counts_one_and_stands_at_bad_places_a_little_more_often_than_at_good_ones()
    {
        Assert.All(Cells.Where(cell => cell.Code == SiteErrorMatrix.NotReported), cell => Assert.Equal(1, cell.Count));
        Near(44.3, GoodPercent(SiteErrorMatrix.NotReported), 6);
    }

    [Fact]
    public void About_one_record_in_ten_is_empty() => Near(10, Percent(task => task.Matrix.Cells.IsEmpty), 2);

    [Theory]
    [InlineData(92, 14.4)]
    [InlineData(85, 12.1)]
    [InlineData(99303, 9.6)]
    [InlineData(50660, 9.5)]
    [InlineData(71104, 7.6)]
    [InlineData(50664, 7.5)]
    [InlineData(71305, 6.6)]
    [InlineData(139, 4.1)]
    [InlineData(8001, 4.1)]
    [InlineData(99109, 3.1)]
    [InlineData(8028, 2.8)]
    [InlineData(8021, 2.3)]
    public void The_head_codes_have_their_published_shares_of_the_real_cells(int code, double percent) =>
        Near(percent, 100.0 * RealCells.Count(cell => cell.Code == code) / RealCells.Count, 0.15 * percent);

    [Fact]
    public void Ten_codes_hold_three_quarters_of_the_real_cells_and_thirty_nearly_all()
    {
        var shares = RealCells.GroupBy(cell => cell.Code).Select(code => 100.0 * code.Count() / RealCells.Count).OrderDescending().ToList();

        Near(76, shares.Take(10).Sum(), 4);
        Near(98, shares.Take(30).Sum(), 1);
        Assert.InRange(shares.Count, 62, 73);
    }

    [Theory]
    [InlineData(92, 11.1)]
    [InlineData(85, 6.8)]
    [InlineData(99303, 64.5)]
    [InlineData(50660, 22)]
    [InlineData(71104, 27)]
    [InlineData(50664, 12)]
    [InlineData(71305, 66)]
    [InlineData(139, 18)]
    [InlineData(8001, 129)]
    public void The_head_codes_have_their_published_mean_counts(int code, double mean) =>
        Near(mean, RealCells.Where(cell => cell.Code == code).Average(cell => cell.Count), 0.25 * mean);

    [Fact]
    public void A_task_has_some_hundred_failures_on_average_but_few_have_most_of_them()
    {
        var failures = Tasks.Select(task => task.Matrix.TotalErrors).Order().ToList();

        Near(129, failures.Average(), 20);
        Assert.InRange(failures[failures.Count / 2], 5, 60);
        Assert.InRange(failures[^1], 5_000, 50_000);
    }

    [Theory]
    [InlineData(50660, 86)]
    [InlineData(92, 90.4)]
    [InlineData(85, 91)]
    [InlineData(8001, 95.4)]
    [InlineData(71305, 94.9)]
    [InlineData(99303, 91.4)]
    [InlineData(50664, 83.6)]
    [InlineData(139, 53)]
    public void Codes_fail_at_good_and_bad_sites_in_the_published_proportion(int code, double goodPercent) =>
        Near(goodPercent, GoodPercent(code), 8);

    [Theory]
    [InlineData(71104)]
    [InlineData(71102)]
    public void Codes_of_jobs_that_reached_no_site_are_never_at_a_good_one(int code) => Assert.Equal(0, GoodPercent(code));

    [Fact]
    public void Input_at_a_draining_site_is_reported_without_a_site() => Near(
        99, 100.0 * RealCells.Where(cell => cell.Code == 71104).Average(cell => Places.Contains(cell.Site) ? 1 : 0), 3);

    [Fact]
    public void Storages_and_places_that_are_no_site_are_always_bad() => Assert.All(
        Cells.Where(cell => Places.Contains(cell.Site) || cell.Site.EndsWith("_Disk", StringComparison.Ordinal) || cell.Site.EndsWith("_MSS", StringComparison.Ordinal)),
        cell => Assert.Equal(Readiness.None, cell.Readiness));

    [Fact]
    public void All_sites_but_a_few_are_named_and_four_in_ten_tier_columns_are_ever_filled()
    {
        Assert.InRange(Cells.Select(cell => cell.Site).Distinct().Count(), 145, 153);
        Near(328, Cells.Select(cell => (cell.Code, cell.Readiness.IsGood(), cell.Site[..2])).Distinct().Count(), 50);
    }

    [Fact]
    public void The_published_hot_sites_lead_in_failures()
    {
        var leading = RealCells.GroupBy(cell => cell.Site).OrderByDescending(site => site.Sum(cell => cell.Count)).Take(8).Select(site => site.Key).ToHashSet();
        Assert.Superset(new HashSet<string> { "T2_FR_GRIF_IRFU", "T2_CH_CERN", "T1_UK_RAL", "Unknown" }, leading);
    }
}
