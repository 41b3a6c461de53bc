using CsCheck;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Errors;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Views;
using static WorkflowRecovery.Learning.Tests.Views.Matrices;

namespace WorkflowRecovery.Learning.Tests.Views;

public sealed class ImageViewTests
{
    private static readonly RecoveryAction Plain = new(RecoveryActionKind.Acdc);
    private static readonly RecoveryAction Clone = new(RecoveryActionKind.Clone);

    [Fact]
    public void A_picture_is_the_plain_tier_view_with_its_lines_in_another_order() => Gen.Select(Any, Gen.Int[0, 50]).Sample((matrix, seed) =>
    {
        var (view, plain) = (new ImageView(CodeSorting.Shuffled(seed)), new PlainTierView());
        var (picture, table) = (view.Of(matrix), plain.Of(matrix));
        var columns = plain.Columns.Index().ToDictionary(column => column.Item, column => column.Index);
        Assert.Equal(table.Indices.Length, picture.Indices.Length);
        Assert.All(picture.Indices, column => Assert.Equal(table[columns[view.Columns[column]]], picture[column]));
    }, iter: 100);

    [Fact]
    public void A_pixel_is_at_line_times_width_plus_tier_with_red_for_good_sites()
    {
        var view = new ImageView(CodeSorting.ByCategory, Scaling.Raw);
        var picture = view.Of(SiteErrorMatrix.Of([Cell(50660, "T2_US_MIT", 7), Cell(50660, "T2_US_MIT", 9, Readiness.Red)]));
        var line = CodeSorting.ByCategory.PlaceOf[CodeRows.Of(50660)];
        var at = ((line * ImageView.Width) + (int)Tier.T2) * ImageView.Channels;
        Assert.Equal((7f, 9f), (picture[at], picture[at + 1]));
        Assert.Equal("image-category-raw", view.Name);
        Assert.Equal(ImageView.Height * ImageView.Width * ImageView.Channels, picture.Dimension);
    }

    [Fact]
    public void Scaled_by_its_own_maximum_a_task_looks_the_same_at_any_size() => Any.Sample(matrix =>
    {
        var view = new ImageView(CodeSorting.ByNumber, Scaling.OwnMaximum);
        var many = SiteErrorMatrix.Of(matrix.Cells.Select(cell => cell with { Count = 8 * cell.Count }));
        Assert.Equal(view.Of(matrix).Values, view.Of(many).Values);
        Assert.Equal(matrix.Cells.IsEmpty ? 0 : 1, view.Of(matrix).Values.DefaultIfEmpty().Max());
    }, iter: 100);

    [Fact]
    public void Sorted_by_category_codes_of_one_category_are_neighbours_with_their_bucket_last()
    {
        var categories = CodeSorting.ByCategory.Order.Select(CodeRows.CategoryOf).ToList();
        Assert.Equal(categories.Order(), categories);
        Assert.Equal("MEM*", CodeRows.Names[CodeSorting.ByCategory.Order[categories.LastIndexOf(ErrorCategory.Memory)]]);
    }

    [Fact]
    public void Sorted_by_lift_the_codes_of_other_actions_are_at_the_top_and_those_of_acdc_at_the_bottom()
    {
        var order = CodeSorting.ByLift(Past()).Order;
        Assert.Equal(73, CodeOf(order[0]));
        Assert.Equal(92, CodeOf(order[^1]));
    }

    [Fact]
    public void Sorted_by_relevance_what_speaks_for_acdc_is_at_the_top_and_what_speaks_against_it_at_the_bottom()
    {
        var order = CodeSorting.ByRelevance(Past()).Order;
        Assert.Equal(92, CodeOf(order[0]));
        Assert.Equal(73, CodeOf(order[^1]));
    }

    [Fact]
    public void A_rare_code_is_less_relevant_than_a_common_one_that_tells_as_much()
    {
        var past = Past().Append(Recorded(Clone, Cell(8001)));
        var order = CodeSorting.ByRelevance(past).Order;
        Assert.Equal([8001, 73], order[^2..].Select(CodeOf));
    }

    [Fact]
    public void Tasks_whose_parameters_nobody_chose_teach_no_order()
    {
        var unknown = Enumerable.Repeat(Recorded(Plain, Cell(73)) with { ParametersGiven = false }, 100);
        Assert.Equal(CodeSorting.ByLift(Past()).Order, CodeSorting.ByLift(Past().Concat(unknown)).Order);
    }

    [Fact]
    public void Without_a_past_the_learned_orders_are_by_number()
    {
        Assert.Equal(CodeSorting.ByNumber.Order, CodeSorting.ByLift([]).Order);
        Assert.Equal(CodeSorting.ByNumber.Order, CodeSorting.ByRelevance([]).Order);
    }

    [Fact]
    public void Equal_seeds_shuffle_equally_and_others_differently()
    {
        Assert.Equal(CodeSorting.Shuffled(5).Order, CodeSorting.Shuffled(5).Order);
        Assert.NotEqual(CodeSorting.Shuffled(5).Order, CodeSorting.Shuffled(6).Order);
    }

    [Fact]
    public void An_order_that_is_not_of_all_rows_once_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new CodeSorting("short", [0, 1, 2]));
        Assert.Throws<ArgumentException>(() => new CodeSorting("twice", Enumerable.Range(0, CodeRows.Count - 1).Append(0)));
    }

    [Fact]
    public void The_average_picture_is_the_mean_of_its_tasks()
    {
        var view = new ImageView(CodeSorting.ByCategory, Scaling.Raw);
        var average = AverageImage.Of(view, [SiteErrorMatrix.Of([Cell(92, count: 6)]), SiteErrorMatrix.Of([Cell(92, count: 2, readiness: Readiness.Red)])]);
        var line = average.Lines.Index().Single(code => code.Item == "92").Index;
        Assert.Equal((3.0, 1.0), (average.Red(line, 2), average.Green(line, 2)));
        Assert.Equal("T2", AverageImage.Tiers[2]);
        Assert.Equal((2, 0), (average.Tasks, AverageImage.Of(view, []).Tasks));
        Assert.Equal(0, AverageImage.Of(view, []).Red(line, 2));
    }

    private static IEnumerable<Learning.Examples.RecordedTask> Past() =>
    [
        .. Enumerable.Repeat(Recorded(Plain, Cell(92), Cell(85)), 20),
        .. Enumerable.Repeat(Recorded(Plain, Cell(85)), 20),
        .. Enumerable.Repeat(Recorded(Clone, Cell(73), Cell(85)), 10),
        .. Enumerable.Repeat(Recorded(Plain with { MemoryMb = 20_000 }, Cell(85)), 2),
    ];

    private static int CodeOf(int row) => int.Parse(CodeRows.Names[row]);
}
