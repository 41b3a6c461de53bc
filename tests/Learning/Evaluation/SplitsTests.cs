using CsCheck;
using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Tests.Evaluation;

public sealed class SplitsTests
{
    private static readonly DateTimeOffset Begin = new(2019, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SplitShares Shares = new(0.2, 0.3);

    private static readonly Gen<(int Family, int Hour)[]> Rows = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 100]).Array[1, 150];

    [Fact]
    public void Every_split_says_its_name()
    {
        Assert.Equal("random by record", Splits.Random(9, Shares, 1).Name);
        Assert.Equal("by workflow", Splits.ByGroup(["a", "b"], Shares, 1).Name);
        Assert.Equal("by time and workflow", Splits.ByTimeAndGroup([Begin], ["a"], Shares).Name);
    }

    [Fact]
    public void A_random_split_holds_every_row_once_in_the_shares_asked_for() => Gen.Select(Gen.Int[0, 300], Gen.Int).Sample((count, seed) =>
    {
        var split = Splits.Random(count, Shares, seed);
        Assert.Equal(Enumerable.Range(0, count), split.Train.Concat(split.Calibrate).Concat(split.Test).Order());
        Assert.Equal(0.3 * count, split.Test.Count, 1.0);
        Assert.Equal(0.2 * count, split.Calibrate.Count, 1.0);
    });

    [Fact]
    public void A_family_is_on_one_side_only() => Gen.Select(Rows, Gen.Int).Sample((rows, seed) =>
    {
        var split = Splits.ByGroup([.. rows.Select(row => row.Family)], Shares, seed);
        Assert.Equal(Enumerable.Range(0, rows.Length), split.Train.Concat(split.Calibrate).Concat(split.Test).Order());
        AssertNoFamilyOnTwoSides(split, rows);
    });

    [Fact]
    public void Whole_families_come_near_the_shares()
    {
        var random = new Random(4);
        int[] families = [.. Enumerable.Range(0, 5000).Select(_ => random.Next(random.Next(1, 1000)))];
        var split = Splits.ByGroup(families, Shares, 7);
        Assert.Equal(0.3, split.Test.Count / 5000.0, 0.03);
        Assert.Equal(0.2, split.Calibrate.Count / 5000.0, 0.03);
    }

    [Fact]
    public void Later_parts_are_later_and_share_no_family() => Rows.Sample(rows =>
    {
        var split = Splits.ByTimeAndGroup([.. rows.Select(row => Begin.AddHours(row.Hour))], [.. rows.Select(row => row.Family)], Shares);
        int[] all = [.. split.Train, .. split.Calibrate, .. split.Test];
        Assert.Equal(all.Distinct(), all);
        AssertNoFamilyOnTwoSides(split, rows);
        Assert.All(split.Test, row => Assert.True(Begin.AddHours(rows[row].Hour) >= split.TestBorder));
        Assert.All(split.Train.Concat(split.Calibrate), row => Assert.True(Begin.AddHours(rows[row].Hour) < split.TestBorder));
        Assert.All(split.Calibrate, row => Assert.All(split.Train, before => Assert.True(rows[before].Hour < rows[row].Hour)));
    });

    [Fact]
    public void Equal_times_are_on_one_side()
    {
        var split = Splits.ByTimeAndGroup([Begin, .. Enumerable.Repeat(Begin.AddHours(1), 8), Begin.AddHours(2)], [.. Enumerable.Range(0, 10)], Shares);
        Assert.Equal([0], split.Train);
        Assert.Empty(split.Calibrate);
        Assert.Equal(9, split.Test.Count);
    }

    [Fact]
    public void Rows_come_in_the_order_of_time()
    {
        var split = Splits.ByTimeAndGroup([.. Enumerable.Range(0, 10).Select(row => Begin.AddHours(10 - row))], [.. Enumerable.Range(0, 10)], Shares);
        Assert.Equal([9, 8, 7, 6, 5], split.Train);
        Assert.Equal([4, 3], split.Calibrate);
        Assert.Equal([2, 1, 0], split.Test);
    }

    [Fact]
    public void The_same_seed_splits_the_same_way()
    {
        int[] families = [.. Enumerable.Range(0, 200).Select(row => row / 4)];
        Assert.Equal(Splits.ByGroup(families, Shares, 3).Test, Splits.ByGroup(families, Shares, 3).Test);
        Assert.NotEqual(Splits.ByGroup(families, Shares, 3).Test, Splits.ByGroup(families, Shares, 4).Test);
        Assert.NotEqual(Splits.Random(200, Shares, 3).Test, Splits.Random(200, Shares, 4).Test);
    }

    [Fact]
    public void Without_rows_there_is_no_border_in_time() =>
        Assert.Throws<ArgumentException>(() => Splits.ByTimeAndGroup<int>([], [], Shares));

    [Fact]
    public void Shares_that_are_none_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Splits.Random(10, new(-0.1, 0.2), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Splits.ByTimeAndGroup([Begin], [1], new(0.6, 0.6)));
    }

    private static void AssertNoFamilyOnTwoSides(Split split, (int Family, int Hour)[] rows)
    {
        var sides = new[] { split.Train, split.Calibrate, split.Test }.Select(side => side.Select(row => rows[row].Family).Distinct().ToList()).ToList();
        var all = sides.SelectMany(side => side).ToList();
        Assert.Equal(all.Distinct(), all);
    }
}
