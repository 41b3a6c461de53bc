using CsCheck;
using WorkflowRecovery.Console.Cases.Matrix;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Console.Tests.Cases.Matrix;

public sealed class MatrixLayoutTests
{
    [Fact]
    public void Codes_come_by_category_and_those_of_most_jobs_first_with_lost_work_apart_at_the_end()
    {
        var layout = MatrixLayout.Of(
            Cells.Of(
                (-1, "T1_A", Readiness.None, 900), (8021, "T1_A", Readiness.Green, 3), (8028, "T1_A", Readiness.Green, 40),
                (8001, "T1_A", Readiness.Green, 1000), (50660, "T1_A", Readiness.Green, 1)),
            mostSites: 60,
            mostCodes: 40);

        Assert.Equal([50660, 8028, 8021, 8001, -1], layout.Rows.Select(row => row.Code!.Value));
    }

    [Fact]
    public void Sites_come_by_tier_and_bad_ones_before_good_ones()
    {
        var layout = MatrixLayout.Of(Cells.Usual, mostSites: 60, mostCodes: 40);

        Assert.Equal(["T1_IT_CNAF", "T1_US_FNAL_Disk", "T1_US_FNAL", "T2_US_MIT", "T2_CH_CERN"], layout.Columns.Select(column => column.Name));
        Assert.Equal(["T1", "T1", "T1", "T2", "T2"], layout.Columns.Select(column => column.Group));
    }

    [Fact]
    public void Sites_beyond_the_room_are_merged_good_and_bad_ones_apart()
    {
        var layout = MatrixLayout.Of(Cells.Wide(sites: 10), mostSites: 6, mostCodes: 40);

        Assert.Equal(["2 further bad", "2 further good"], layout.Columns.Skip(6).Select(column => column.Name));
        Assert.Equal([1 + 3, 2 + 4], layout.Cells.Where(cell => cell.Column >= 6).Select(cell => cell.Count));
        Assert.Equal(8, layout.Columns.Count);
    }

    [Fact]
    public void Codes_beyond_the_room_are_merged_before_lost_work()
    {
        var layout = MatrixLayout.Of(
            Cells.Of((1, "T1_A", Readiness.Green, 30), (2, "T1_A", Readiness.Green, 20), (4, "T1_A", Readiness.Green, 10), (5, "T1_A", Readiness.Green, 9), (-1, "T1_A", Readiness.Green, 1)),
            mostSites: 60,
            mostCodes: 2);

        Assert.Equal(["1", "2", "others", "-1"], layout.Rows.Select(row => row.Name));
        Assert.Equal(19, layout.Rows[2].Count);
    }

    [Fact]
    public void A_site_with_two_readings_has_two_columns() => Assert.Equal(
        ["red", "green"],
        MatrixLayout.Of(Cells.Of((1, "T1_A", Readiness.Green, 5), (1, "T1_A", Readiness.Red, 5)), 60, 40).Columns.Select(column => column.Readiness));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 2)]
    [InlineData(10, 3)]
    [InlineData(999, 4)]
    [InlineData(1000, 5)]
    [InlineData(1_000_000_000, 5)]
    public void Each_power_of_ten_is_a_stronger_colour(long count, int level) =>
        Assert.Equal(level, Assert.Single(MatrixLayout.Of(Cells.Of((1, "T1_A", Readiness.Green, count)), 60, 40).Cells).Level);

    [Fact]
    public void A_cell_says_code_meaning_site_readiness_and_count()
    {
        var cell = MatrixLayout.Of(Cells.Of((50660, "T1_US_FNAL", Readiness.Yellow, 1200)), 60, 40).Cells[0];

        Assert.StartsWith("50660: ", cell.Says, StringComparison.Ordinal);
        Assert.EndsWith(". T1_US_FNAL, readiness yellow. 1,200 failed jobs.", cell.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_reported_no_job_is_lost_and_the_room_is_kept() =>
        Gen.Select(Gen.Int[-1, 30], Gen.OneOf(Gen.Const(Cells.Hostile), Gen.String[0, 12], Gen.Int[0, 30].Select(n => $"T{n % 5}_XX_{n}")), Gen.Int[0, 3], Gen.Long[1, 1_000_000_000])
            .Array[0, 120]
            .Sample(rows =>
            {
                var matrix = SiteErrorMatrix.Of(rows.Select(row => new MatrixCell(row.Item1, row.Item2, (Readiness)row.Item3, row.Item4)));
                var layout = MatrixLayout.Of(matrix, mostSites: 7, mostCodes: 5);

                Assert.Equal(matrix.Cells.Sum(cell => cell.Count), layout.Cells.Sum(cell => cell.Count));
                Assert.InRange(layout.Columns.Count, 0, 9);
                Assert.InRange(layout.Rows.Count, 0, 7);
                Assert.Equal(layout.Cells.Count, layout.Cells.DistinctBy(cell => (cell.Row, cell.Column)).Count());
            });
}
