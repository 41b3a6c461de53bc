using CsCheck;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Inventory;
using static WorkflowRecovery.Learning.Tests.Views.Matrices;

namespace WorkflowRecovery.Learning.Tests.Inventory;

public sealed class DominantErrorTests
{
    private static readonly RecoveryAction Acdc = new(RecoveryActionKind.Acdc);

    [Fact]
    public void The_code_with_most_failed_jobs_over_all_sites_decides()
    {
        Assert.Equal("FILE", Of(Cell(92, count: 6), Cell(92, "T1_US_FNAL", 6), Cell(50660, count: 10)));
        Assert.Equal("MEM", Of(Cell(92, count: 6), Cell(50660, count: 10)));
    }

    [Fact]
    public void Codes_are_compared_not_categories() =>
        Assert.Equal("MEM", Of(Cell(92, count: 6), Cell(85, count: 6), Cell(50660, count: 10)));

    [Fact]
    public void Of_equal_codes_the_lower_decides_whatever_their_order()
    {
        Assert.Equal("FILE", Of(Cell(92, count: 5), Cell(50660, count: 5)));
        Assert.Equal("FILE", Of(Cell(50660, count: 5), Cell(92, count: 5)));
    }

    [Fact]
    public void Each_side_has_a_dominant_error_of_its_own()
    {
        var matrix = SiteErrorMatrix.Of(
            [Cell(50660, count: 9), Cell(92, count: 3), Cell(71104, count: 5, readiness: Readiness.None), Cell(71104, count: 5, readiness: Readiness.Red)]);
        Assert.Equal("SITE", DominantError.Of(matrix));
        Assert.Equal("MEM", DominantError.Of(matrix, good: true));
        Assert.Equal("SITE", DominantError.Of(matrix, good: false));
    }

    [Fact]
    public void Marks_of_lost_work_are_no_errors()
    {
        Assert.Equal("TIME", Of(Cell(-1, count: 100), Cell(50664)));
        Assert.Equal(DominantError.None, Of(Cell(-1, count: 100)));
    }

    [Fact]
    public void A_side_without_errors_has_none()
    {
        var matrix = SiteErrorMatrix.Of([Cell(50660)]);
        Assert.Equal(DominantError.None, DominantError.Of(matrix, good: false));
        Assert.Equal(DominantError.None, DominantError.Of(SiteErrorMatrix.Empty));
    }

    [Fact]
    public void Good_sides_are_rows_and_bad_sides_are_columns()
    {
        var counts = DominantError.GoodAgainstBad(
        [
            Recorded(Acdc, Cell(50660), Cell(71104, readiness: Readiness.None)),
            Recorded(Acdc, Cell(50660), Cell(71104, readiness: Readiness.Yellow)),
            Recorded(Acdc, Cell(92)),
        ]);

        Assert.Equal(2, counts[At("MEM")][At("SITE")]);
        Assert.Equal(1, counts[At("FILE")][At(DominantError.None)]);
        Assert.Equal(3, counts.Sum(row => row.Sum()));
    }

    [Fact]
    public void Every_task_is_counted_once() => Any.Array[0, 20].Sample(matrices =>
    {
        List<RecordedTask> tasks = [.. matrices.Select(matrix => Recorded(Acdc, [.. matrix.Cells]))];
        var counts = DominantError.GoodAgainstBad(tasks);
        Assert.Equal(tasks.Count, counts.Sum(row => row.Sum()));
        Assert.Equal(counts.Length, DominantError.Names.Count);
        Assert.All(DominantError.By(tasks, _ => "all"), group => Assert.Equal(1, group.Shares.Sum(), 1e-12));
    });

    [Fact]
    public void Groups_come_by_name_with_shares_of_their_own_tasks()
    {
        var clone = new RecoveryAction(RecoveryActionKind.Clone);
        var groups = DominantError.By(
            [
                Recorded(clone, Cell(92)), Recorded(clone, Cell(85)), Recorded(clone, Cell(139)), Recorded(clone),
                Recorded(Acdc, Cell(50660)), Recorded(new(RecoveryActionKind.OnHold), Cell(92)),
            ],
            task => task.Action.Kind == RecoveryActionKind.OnHold ? null : task.Action.Kind.ToName());

        Assert.Equal([("acdc", 1), ("clone", 4)], groups.Select(group => (group.Group, group.Tasks)));
        Assert.Equal(1, groups[0].Shares[At("MEM")]);
        Assert.Equal([0.5, 0.25, 0.25], new[] { "FILE", "SITE", DominantError.None }.Select(name => groups[1].Shares[At(name)]));
        Assert.All(groups, group => Assert.Equal(1, group.Shares.Sum(), 1e-12));
    }

    private static int At(string name) => DominantError.Names.Index().Single(item => item.Item == name).Index;

    private static string Of(params MatrixCell[] cells) => DominantError.Of(SiteErrorMatrix.Of(cells));
}
