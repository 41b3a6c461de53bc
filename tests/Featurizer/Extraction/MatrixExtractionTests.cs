using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Featurizer.Extraction;
using static WorkflowRecovery.Featurizer.Tests.Storage.Reports;

namespace WorkflowRecovery.Featurizer.Tests.Extraction;

public sealed class MatrixExtractionTests
{
    private static readonly Dictionary<string, string> Known = new() { ["T2_US_MIT"] = "green", ["T1_ES_PIC"] = "yellow" };

    [Fact]
    public void A_row_without_a_reading_takes_the_readiness_of_its_site()
    {
        var resolved = MatrixExtraction.Resolve([Error(85, "T2_US_MIT", 3), Error(85, "T1_ES_PIC", 4)], Known);

        Assert.Equal(["green", "yellow"], resolved.Select(row => row.Readiness));
    }

    [Fact]
    public void The_publishers_own_reading_wins()
    {
        var resolved = MatrixExtraction.Resolve([Error(85, "T2_US_MIT", 3, "red")], Known);

        Assert.Equal("red", Assert.Single(resolved).Readiness);
    }

    [Fact]
    public void A_site_never_heard_of_is_bad()
    {
        var matrix = MatrixExtraction.MatrixOf(MatrixExtraction.Resolve([Error(85, "T2_XX_Nowhere", 3)], Known));

        Assert.False(Assert.Single(matrix.Cells).Readiness.IsGood());
    }

    [Fact]
    public void Rows_of_one_code_and_site_are_summed_and_zeros_dropped_except_for_lost_work()
    {
        var matrix = MatrixExtraction.MatrixOf(
            [Error(85, "A", 3, "green"), Error(85, "A", 4, "green"), Error(86, "A", 0, "green"), Error(-1, "A", 0, "green")]);

        Assert.Equal([new(-1, "A", Readiness.Green, 1), new MatrixCell(85, "A", Readiness.Green, 7)], matrix.Cells);
    }

    [Fact]
    public void The_status_of_sites_with_errors_and_of_offered_sites_matters_each_once()
    {
        var reported = NewEvent(Error(85, "B", 1), Error(86, "B", 1), Error(85, "A", 1)).Event with { Sites = ["C", "A"] };

        Assert.Equal(["A", "B", "C"], MatrixExtraction.SitesOf(reported));
    }
}
