using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Domain.Tests.Matrices;

public class SiteErrorMatrixTests
{
    [Fact]
    public void Rows_in_any_order_make_the_same_matrix()
    {
        MatrixCell[] rows =
        [
            new(92, "T2_CH_CERN", Readiness.Green, 3),
            new(-1, "T2_CH_CERN", Readiness.Green, 1),
            new(92, "T1_UK_RAL", Readiness.Red, 2),
        ];
        Assert.Equal(SiteErrorMatrix.Of(rows), SiteErrorMatrix.Of(rows.Reverse()));
        Assert.Equal(SiteErrorMatrix.Of(rows).GetHashCode(), SiteErrorMatrix.Of(rows.Reverse()).GetHashCode());
        Assert.Equal([-1, 92, 92], SiteErrorMatrix.Of(rows).Cells.Select(cell => cell.Code));
    }

    [Fact]
    public void Rows_of_one_cell_are_summed_and_marks_are_not_errors()
    {
        var matrix = SiteErrorMatrix.Of(
        [
            new(92, "T2_CH_CERN", Readiness.Green, 3),
            new(92, "T2_CH_CERN", Readiness.Green, 4),
            new(-1, "T1_UK_RAL_Disk", Readiness.None, 1),
        ]);
        Assert.Contains(new MatrixCell(92, "T2_CH_CERN", Readiness.Green, 7), matrix.Cells);
        Assert.Equal(7, matrix.TotalErrors);
    }

    [Fact]
    public void Count_zero_is_dropped_but_means_one_for_lost_work() =>
        Assert.Equal(
            [new MatrixCell(-1, "T1_UK_RAL_Disk", Readiness.None, 1)],
            SiteErrorMatrix.Of([new(-1, "T1_UK_RAL_Disk", Readiness.None, 0), new(92, "T2_CH_CERN", Readiness.Green, 0)]).Cells);

    [Fact]
    public void A_negative_count_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SiteErrorMatrix.Of([new(92, "T2_CH_CERN", Readiness.Green, -1)]));
}
