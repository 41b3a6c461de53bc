using CsCheck;
using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Views;
using static WorkflowRecovery.Learning.Tests.Views.Matrices;

namespace WorkflowRecovery.Learning.Tests.Views;

public sealed class MatrixViewTests
{
    [Fact]
    public void Every_view_has_a_name_of_its_own_and_names_each_column_once()
    {
        Assert.Equal(Matrices.Views.Length, Matrices.Views.DistinctBy(view => view.Name).Count());
        Assert.All(Matrices.Views, view => Assert.Equal(view.Columns.Count, view.Columns.Distinct().Count()));
        Assert.All(Matrices.Views, view => Assert.Equal(view.Columns.Count, view.Of(SiteErrorMatrix.Empty).Dimension));
    }

    [Fact]
    public void The_scale_is_part_of_the_name() => Assert.Equal(
        ["summed", "summed-raw", "summed-max"], Enum.GetValues<Scaling>().Select(scaling => new SummedView(scaling).Name));

    [Fact]
    public void The_talks_inputs_are_there_with_a_bucket_per_category()
    {
        Assert.Equal((74 + 5) * 2, new SummedView().Columns.Count);
        Assert.Equal((74 + 5) * 5 * 2, new PlainTierView().Columns.Count);
        Assert.Equal((74 + 5) * (SiteCatalogue.Known.Count + 5) * 2, new FullView().Columns.Count);
    }

    [Fact]
    public void A_scale_turns_the_summed_count_into_a_value()
    {
        var matrix = SiteErrorMatrix.Of([Cell(92, "T2_US_MIT", 30), Cell(92, "T1_US_FNAL", 10), Cell(73, count: 8, readiness: Readiness.Red)]);
        Assert.Equal((float)Math.Log(41), new SummedView().Value(matrix, "92/good"));
        Assert.Equal(40, new SummedView(Scaling.Raw).Value(matrix, "92/good"));
        Assert.Equal(1, new SummedView(Scaling.OwnMaximum).Value(matrix, "92/good"));
        Assert.Equal(0.2f, new SummedView(Scaling.OwnMaximum).Value(matrix, "73/bad"));
    }

    [Fact]
    public void A_code_and_a_site_never_heard_of_count_in_their_buckets()
    {
        var matrix = SiteErrorMatrix.Of([Cell(60999, "T2_XX_Nowhere", 3), Cell(92, "what?", 4, Readiness.None)]);
        var bucket = ErrorCatalogue.CategoryOf(60999).ToName();
        Assert.Equal(3, new SummedView(Scaling.Raw).Value(matrix, $"{bucket}*/good"));
        Assert.Equal(3, new PlainTierView(Scaling.Raw).Value(matrix, $"{bucket}*/T2/good"));
        Assert.Equal(3, new FullView(Scaling.Raw).Value(matrix, $"{bucket}*/T2*/good"));
        Assert.Equal(4, new FullView(Scaling.Raw).Value(matrix, "92/other*/bad"));
    }

    [Fact]
    public void A_site_typed_with_a_no_break_space_is_the_site() =>
        Assert.Equal(5, new FullView(Scaling.Raw).Value(SiteErrorMatrix.Of([Cell(92, "T2_US_MIT\u00A0", 5)]), "92/T2_US_MIT/good"));

    [Fact]
    public void Adding_a_cell_never_lowers_a_column() => Gen.Select(Any, AnyCell).Sample((matrix, cell) =>
    {
        var more = SiteErrorMatrix.Of([.. matrix.Cells, cell]);
        foreach (var view in Matrices.Views)
        {
            var (before, after) = (view.Of(matrix), view.Of(more));
            Assert.All(before.Indices, column => Assert.True(after[column] >= before[column]));
        }
    }, iter: 200);

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => AnyCell.Array[0, 12].Sample(rows =>
    {
        var (one, other) = (SiteErrorMatrix.Of(rows), SiteErrorMatrix.Of(rows.Reverse()));
        foreach (var view in Matrices.Views)
            Assert.Equal(SparseVectorBytes.Write(view.Of(one)), SparseVectorBytes.Write(view.Of(other)));
    }, iter: 200);

    [Fact]
    public void Summed_is_the_tiers_summed_and_the_sites_summed() => Any.Sample(matrix =>
    {
        var summed = new SummedView(Scaling.Raw).SumsBy(matrix, name => name);
        Assert.Equal(summed, new PlainTierView(Scaling.Raw).SumsBy(matrix, WithoutMiddle));
        Assert.Equal(summed, new FullView(Scaling.Raw).SumsBy(matrix, WithoutMiddle));
    }, iter: 300);

    [Fact]
    public void The_plain_tier_view_is_the_tier_view_without_margins() => Any.Sample(matrix =>
    {
        var (plain, tier) = (new PlainTierView().Of(matrix), new TierView().Of(matrix));
        var columns = new TierView().Columns.Index().ToDictionary(column => column.Item, column => column.Index);
        Assert.All(new PlainTierView().Columns.Index(), column => Assert.Equal(tier[columns[column.Item]], plain[column.Index]));
    }, iter: 30);

    [Fact]
    public void More_cells_than_expected_fit_into_the_sums()
    {
        var sums = new ColumnSums(1);
        for (var at = 0; at < 5000; at++)
            sums.Add(at % 7, 1);

        var vector = sums.ToVector(7, Scaling.Raw);
        Assert.Equal([715f, 715f, 714f, 714f, 714f, 714f, 714f], vector.Values);
    }

    private static string WithoutMiddle(string column) => column.Split('/') is [var code, .., var side] ? $"{code}/{side}" : column;
}
