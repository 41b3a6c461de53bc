using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Views;

public sealed class TierViewTests
{
    private static readonly TierView View = MatrixViews.Tier;

    [Fact]
    public void Counts_of_a_tier_are_summed_before_the_logarithm()
    {
        var vector = View.Of(SiteErrorMatrix.Of(
        [
            new(50660, "T2_US_MIT", Readiness.Green, 10),
            new(50660, "T2_DE_DESY", Readiness.Green, 5),
            new(50660, "T1_US_FNAL", Readiness.Red, 4),
        ]));

        Assert.Equal(Math.Log(16), Value(vector, "50660/T2/good"), 5);
        Assert.Equal(Math.Log(5), Value(vector, "50660/T1/bad"), 5);
        Assert.Equal(Math.Log(16), Value(vector, "50660/all/good"), 5);
        Assert.Equal(Math.Log(20), Value(vector, "50660/all/any"), 5);
        Assert.Equal(0, Value(vector, "50660/T1/good"));
    }

    [Fact]
    public void A_code_never_heard_of_counts_in_its_category()
    {
        var vector = View.Of(SiteErrorMatrix.Of([new(60999, "T2_US_MIT", Readiness.Yellow, 3)]));
        var bucket = ErrorCatalogue.CategoryOf(60999).ToName();
        Assert.Equal(Math.Log(4), Value(vector, $"{bucket}*/T2/bad"), 5);
    }

    [Fact]
    public void A_site_without_a_tier_counts_as_other()
    {
        var vector = View.Of(SiteErrorMatrix.Of([new(71104, "NoReportedSite", Readiness.None, 7)]));
        Assert.Equal(Math.Log(8), Value(vector, "71104/other/bad"), 5);
    }

    [Fact]
    public void Marks_of_lost_work_are_not_errors()
    {
        var vector = View.Of(SiteErrorMatrix.Of([new(-1, "T2_US_MIT", Readiness.Green, 1), new(92, "T2_US_MIT", Readiness.Green, 2)]));
        Assert.Equal(Math.Log(2), Value(vector, "-1/T2/good"), 5);
        Assert.Equal(Math.Log(3), Value(vector, "errors/all/any"), 5);
    }

    [Fact]
    public void The_columns_are_the_talks_codes_and_the_categories_by_tier_and_side_with_their_margins()
    {
        Assert.Equal((74 + 5 + 1) * (5 * 2 + 3), View.Columns.Count);
        Assert.Equal(View.Columns.Count, View.Columns.Distinct().Count());
        Assert.Equal(View.Columns.Count, View.Of(SiteErrorMatrix.Empty).Dimension);
    }

    [Fact]
    public void Codes_and_sites_never_heard_of_are_named_as_novel()
    {
        var novelty = Novelty.Of(SiteErrorMatrix.Of(
        [
            new(60999, "T2_US_MIT", Readiness.Green, 1),
            new(92, "T2_XX_Nowhere", Readiness.Green, 1),
            new(92, "T2_XX_Anywhere", Readiness.Green, 1),
        ]));

        Assert.True(novelty.Any);
        Assert.Equal([60999], novelty.Codes);
        Assert.Equal(["T2_XX_Anywhere", "T2_XX_Nowhere"], novelty.Sites);
    }

    [Fact]
    public void A_matrix_of_known_names_has_no_novelty() =>
        Assert.False(Novelty.Of(SiteErrorMatrix.Of([new(92, "T2_US_MIT", Readiness.Green, 1)])).Any);

    [Fact]
    public void What_no_training_example_had_is_novel_too()
    {
        var matrix = SiteErrorMatrix.Of([new(92, "T2_US_MIT", Readiness.Green, 1), new(85, "T1_US_FNAL", Readiness.Red, 1)]);
        var novelty = Novelty.Of(matrix, code => code == 92, site => site == "T2_US_MIT");
        Assert.Equal([85], novelty.Codes);
        Assert.Equal(["T1_US_FNAL"], novelty.Sites);
    }

    private static float Value(SparseVector vector, string column) => vector[View.Columns.Index().Single(name => name.Item == column).Index];
}
