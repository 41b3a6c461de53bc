using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Inventory;
using static WorkflowRecovery.Learning.Tests.Views.Matrices;

namespace WorkflowRecovery.Learning.Tests.Inventory;

public sealed class CodeInventoryTests
{
    [Fact]
    public void Codes_are_counted_once_at_good_sites_and_once_at_all_others()
    {
        var inventory = CodeInventory.Of(
        [
            Task(Cell(92), Cell(92, "T1_US_FNAL"), Cell(50660), Cell(71104, readiness: Readiness.None)),
            Task(Cell(92, readiness: Readiness.Red), Cell(92, readiness: Readiness.Yellow), Cell(73), Cell(8001)),
        ]);

        Assert.Equal(new(Good: 4, Bad: 2, All: 5, Overlap: 0.25), inventory);
    }

    [Fact]
    public void Lost_work_is_a_code_as_it_is_among_the_talks_74() =>
        Assert.Equal(new(Good: 1, Bad: 1, All: 1, Overlap: 1), CodeInventory.Of([Task(Cell(-1), Cell(-1, "T1_ES_PIC_Disk", readiness: Readiness.None))]));

    [Fact]
    public void Without_codes_there_is_no_overlap() => Assert.Equal(new(0, 0, 0, 0), CodeInventory.Of([Task()]));

    [Fact]
    public void Without_codes_at_good_sites_there_is_no_overlap() =>
        Assert.Equal(new(Good: 0, Bad: 1, All: 1, Overlap: 0), CodeInventory.Of([Task(Cell(92, readiness: Readiness.None))]));

    private static RecordedTask Task(params MatrixCell[] cells) => Recorded(new(RecoveryActionKind.Acdc), cells);
}
