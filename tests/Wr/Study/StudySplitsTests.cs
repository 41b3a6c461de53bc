using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class StudySplitsTests
{
    private static readonly IReadOnlyList<RecordedTask> Tasks = Made.Tasks(401);

    public static TheoryData<int> Kinds { get; } = [.. Enum.GetValues<SplitKind>().Select(kind => (int)kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Three_tenths_are_judged_on_and_nothing_is_on_two_sides(int kind)
    {
        var split = Of((SplitKind)kind);
        int[] rows = [.. split.Train, .. split.Calibrate, .. split.Test];

        Assert.Equal(rows.Length, rows.Distinct().Count());
        Assert.InRange(split.Test.Count, 115, 125);
        Assert.InRange(split.Calibrate.Count, 55, 65);
        Assert.InRange(split.Train.Count, 215, 225);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_split_says_the_name_that_stands_beside_its_numbers(int kind) =>
        Assert.Equal(StudySplits.NameOf((SplitKind)kind), Of((SplitKind)kind).Name);

    [Theory]
    [InlineData((int)SplitKind.Workflow)]
    [InlineData((int)SplitKind.Time)]
    public void A_family_is_on_one_side(int kind)
    {
        var split = Of((SplitKind)kind);

        Assert.Empty(Families(split.Test).Intersect(Families([.. split.Train, .. split.Calibrate])));
    }

    [Fact]
    public void By_record_siblings_are_torn_apart()
    {
        var split = Of(SplitKind.Random);

        Assert.NotEmpty(Families(split.Test).Intersect(Families(split.Train)));
    }

    [Fact]
    public void By_time_only_the_past_is_learned_from()
    {
        var split = Of(SplitKind.Time);

        Assert.True(split.Train.Max() < split.Calibrate.Min());
        Assert.True(split.Calibrate.Max() < split.Test.Min());
    }

    [Fact]
    public void Each_seed_draws_anew_except_by_time()
    {
        Assert.NotEqual(Of(SplitKind.Random).Test, Of(SplitKind.Random, seed: 2).Test);
        Assert.NotEqual(Of(SplitKind.Workflow).Test, Of(SplitKind.Workflow, seed: 2).Test);
        Assert.Equal(Of(SplitKind.Time).Test, Of(SplitKind.Time, seed: 2).Test);
        Assert.Equal(Of(SplitKind.Random).Test, Of(SplitKind.Random).Test);
    }

    private static Split Of(SplitKind kind, int seed = 1) => StudySplits.Of(kind, Tasks, seed);

    private static HashSet<string> Families(IEnumerable<int> rows) => [.. rows.Select(row => Tasks[row].Family)];
}
