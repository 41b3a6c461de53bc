using CsCheck;
using WorkflowRecovery.Learning.Neighbours;
using WorkflowRecovery.Learning.Tests.Views;

namespace WorkflowRecovery.Learning.Tests.Neighbours;

public sealed class NearestTasksTests
{
    [Fact]
    public void The_most_similar_are_those_of_all_cosines() => Gen.Select(SparseRows.Any.Array[1, 60], SparseRows.Any, Gen.Int[1, 8]).Sample((rows, asked, count) =>
    {
        var found = new NearestTasks(rows).Find(asked, count);
        var cosines = rows
            .Select(row => SparseRows.Product(row, asked) / Math.Sqrt(SparseRows.Product(row, row) * SparseRows.Product(asked, asked)))
            .Where(cosine => cosine > 0)
            .OrderDescending()
            .Take(count);
        Assert.Equal(cosines, found.Select(of => of.Similarity), (a, b) => Math.Abs(a - b) < 1e-11);
    });

    [Fact]
    public void Equal_ones_come_in_the_order_given() => Assert.Equal(
        [new(1, 1), new(3, 1), new(4, 1)], new NearestTasks([.. new float[] { 0, 2, -1, 4, 8, 1 }.Select(value => SparseRows.Of(value))]).Find(SparseRows.Of(2), 3));

    [Fact]
    public void Only_the_pattern_counts_not_its_size()
    {
        var found = new NearestTasks([SparseRows.Of(3, 4, 0), SparseRows.Of(30, 40, 0), SparseRows.Of(4, 3, 0)]).Find(SparseRows.Of(1.5f, 2, 0), 5);
        Assert.Equal([0, 1, 2], found.Select(of => of.Index));
        Assert.Equal((1, 1), (found[0].Similarity, found[1].Similarity));
        Assert.Equal(24 / 25.0, found[2].Similarity, 12);
    }

    [Fact]
    public void What_is_excluded_leaves_its_place_to_the_next()
    {
        var tasks = new NearestTasks([SparseRows.Of(1, 0), SparseRows.Of(1, .1f), SparseRows.Of(1, .5f), SparseRows.Of(1, 1)]);
        Assert.Equal([1, 3], tasks.Find(SparseRows.Of(1, 0), 2, index => index is 0 or 2).Select(of => of.Index));
    }

    [Fact]
    public void A_row_of_zeros_has_no_neighbours_and_is_none()
    {
        var tasks = new NearestTasks([SparseRows.Of(0, 0), SparseRows.Of(1, 0)]);
        Assert.Empty(tasks.Find(SparseRows.Of(0, 0), 3));
        Assert.Equal([1], tasks.Find(SparseRows.Of(1, 1), 3).Select(of => of.Index));
        Assert.Empty(tasks.Find(SparseRows.Of(0, 1), 3));
        Assert.Empty(tasks.Find(SparseRows.Of(1, 1), 0));
    }

    [Fact]
    public void Without_a_past_there_is_nothing_to_find() => Assert.Empty(new NearestTasks([]).Find(SparseRows.Of(1), 3));

    [Fact]
    public void Rows_of_other_dimensions_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new NearestTasks([SparseRows.Of(1), SparseRows.Of(1, 2)]));
        Assert.Throws<ArgumentException>(() => new NearestTasks([SparseRows.Of(1)]).Find(SparseRows.Of(1, 2), 1));
    }
}
