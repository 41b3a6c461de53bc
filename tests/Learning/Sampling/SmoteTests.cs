using CsCheck;
using WorkflowRecovery.Learning.Sampling;
using WorkflowRecovery.Learning.Tests.Views;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Sampling;

public sealed class SmoteTests
{
    [Fact]
    public void A_synthetic_row_lies_between_a_row_and_one_of_its_nearest() => Gen.Select(SparseRows.Any.Array[2, 25], Gen.Int[1, 4]).Sample((rows, neighbours) =>
    {
        foreach (var made in Smote.Synthesise(rows, 10, seed: 1, neighbours))
            Assert.Contains(Enumerable.Range(0, rows.Length), from => NearestTo(from, rows, neighbours).Any(to => IsBetween(SparseRows.Dense(made), SparseRows.Dense(rows[from]), SparseRows.Dense(rows[to]))));
    }, iter: 50);

    [Fact]
    public void Every_row_is_started_from_and_far_rows_are_never_mixed()
    {
        // Two clusters in columns of their own.
        SparseVector[] rows = [.. Enumerable.Range(0, 10).Select(row => SparseRows.Of(10 + row, 0)), .. Enumerable.Range(0, 10).Select(row => SparseRows.Of(0, 10 + row))];
        var made = Smote.Synthesise(rows, 20, seed: 2, neighbours: 3);
        Assert.Equal(10, made.Count(row => row.Indices is [0]));
        Assert.Equal(10, made.Count(row => row.Indices is [1]));
    }

    [Fact]
    public void A_row_without_others_is_repeated()
    {
        var made = Smote.Synthesise([SparseRows.Of(0, 3, 4)], 2, seed: 1);
        Assert.All(made, row => Assert.Equal([0f, 3, 4], SparseRows.Dense(row)));
        Assert.Equal(2, made.Count);
        Assert.Empty(Smote.Synthesise([], 5, seed: 1));
    }

    [Fact]
    public void Columns_that_come_to_zero_are_not_stored() => SparseRows.Any.Array[2, 10].Sample(rows =>
        Assert.All(Smote.Synthesise(rows, 10, seed: 4), made => Assert.DoesNotContain(0f, made.Values)));

    [Fact]
    public void Rare_classes_are_filled_up_to_the_ratio_behind_what_was_there()
    {
        SparseVector[] rows = [.. Enumerable.Range(0, 14).Select(row => SparseRows.Of(row, 1))];
        int[] classes = [.. Enumerable.Repeat(0, 10), 2, 2, 2, 2];
        var (allRows, allClasses) = Smote.Balance(rows, classes, 3, 0.8, seed: 5);
        Assert.Equal(rows, allRows.Take(14));
        Assert.Equal([.. classes, 2, 2, 2, 2], allClasses);
        Assert.Equal(18, allRows.Count);
        Assert.All(allRows.Skip(14), row => Assert.InRange(row[0], 10, 13));
    }

    [Fact]
    public void The_same_seed_makes_the_same_rows()
    {
        SparseVector[] rows = [.. Enumerable.Range(0, 30).Select(row => SparseRows.Of(row % 7, row % 5, row % 3))];
        Assert.Equal(Made(3), Made(3));
        Assert.NotEqual(Made(3), Made(4));

        float[][] Made(int seed) => [.. Smote.Synthesise(rows, 40, seed).Select(SparseRows.Dense)];
    }

    private static IEnumerable<int> NearestTo(int from, SparseVector[] rows, int count) => Enumerable.Range(0, rows.Length)
        .Where(row => row != from)
        .OrderBy(row => SparseRows.Dense(rows[from]).Zip(SparseRows.Dense(rows[row]), (a, b) => (a - b) * (a - b)).Sum())
        .Take(count);

    private static bool IsBetween(float[] made, float[] from, float[] to)
    {
        var moved = Enumerable.Range(0, made.Length).FirstOrDefault(column => from[column] != to[column], -1);
        var share = moved < 0 ? 0 : (made[moved] - from[moved]) / (to[moved] - from[moved]);
        return share is >= 0 and <= 1 && made.Zip(from, (a, b) => a - b).Zip(to.Zip(from, (a, b) => share * (a - b)), (a, b) => Math.Abs(a - b)).Max() < 1e-5;
    }
}
