using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Views;
using static WorkflowRecovery.Learning.Tests.Views.Matrices;

namespace WorkflowRecovery.Learning.Tests.Views;

public sealed class GroupedViewTests
{
    private static readonly SiteErrorMatrix Matrix = SiteErrorMatrix.Of(
    [
        Cell(85, "T2_US_MIT", 6), Cell(92, "T2_US_MIT", 2), Cell(92, "T2_DE_DESY", 4), Cell(50660, "T1_US_FNAL", 8, Readiness.Red),
        Cell(-1, "T2_US_MIT"), Cell(-1, "T1_ES_PIC_Disk", readiness: Readiness.None),
    ]);

    [Fact]
    public void A_sum_is_taken_before_the_logarithm() =>
        Assert.Equal((float)Math.Log(13), new GroupedView(GroupWeighting.Sum).Value(Matrix, "FILE/T2/good"));

    [Fact]
    public void Logs_are_summed_code_by_code_and_site_by_site() =>
        Assert.Equal(Math.Log(7) + Math.Log(3) + Math.Log(5), new GroupedView(GroupWeighting.Logs).Value(Matrix, "FILE/T2/good"), 5);

    [Fact]
    public void Shares_are_of_all_errors_and_those_of_marks_of_all_marks()
    {
        var view = new GroupedView(GroupWeighting.Share);
        Assert.Equal(0.6f, view.Value(Matrix, "FILE/T2/good"), 5);
        Assert.Equal(0.4f, view.Value(Matrix, "MEM/T1/bad"), 5);
        Assert.Equal((0.5f, 0.5f), (view.Value(Matrix, "LOST/T2/good"), view.Value(Matrix, "LOST/T1/bad")));
    }

    [Fact]
    public void A_site_with_two_codes_of_a_group_is_one_site() =>
        Assert.Equal((float)Math.Log(3), new GroupedView(GroupWeighting.Sites).Value(Matrix, "FILE/T2/good"));

    [Fact]
    public void Marks_of_lost_work_are_in_no_category_of_errors() =>
        Assert.Equal(0, new GroupedView(GroupWeighting.Sum).Value(SiteErrorMatrix.Of([Cell(-1)]), "OTHER/T2/good"));
}
