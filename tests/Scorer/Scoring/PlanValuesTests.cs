using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Scoring;
using WorkflowRecovery.Scorer.Tests.Models;

namespace WorkflowRecovery.Scorer.Tests.Scoring;

public sealed class PlanValuesTests
{
    [Theory]
    [InlineData(2_000, 8, 20_000)]
    [InlineData(20_000, 8, 30_000)]
    [InlineData(29_999, 8, 30_000)]
    [InlineData(30_000, 8, null)]
    [InlineData(2_000, 1, 20_000)]
    [InlineData(20_000, 1, null)]
    [InlineData(null, null, 20_000)]
    public void Memory_is_the_commonest_value_of_its_bin_that_the_task_lacks_and_the_policy_allows(int? own, int? cores, int? expected) =>
        Assert.Equal(expected, Of(own, cores, new(RecoveryActionKind.Acdc, "ge20", "none", Xrootd: false, 0.5))?.MemoryMb);

    [Fact]
    public void A_bin_that_nobody_ever_filled_stands_for_no_order() =>
        Assert.Null(Of(2_000, 8, new(RecoveryActionKind.Acdc, "lt10", "none", Xrootd: false, 0.5)));

    [Fact]
    public void A_splitting_that_nobody_ever_ordered_stands_for_no_order() =>
        Assert.Null(Of(2_000, 8, new(RecoveryActionKind.Acdc, "none", "max", Xrootd: false, 0.5)));

    [Fact]
    public void A_plan_that_leaves_memory_as_it_is_stands_whatever_the_task_has()
    {
        var chosen = Of(1_000_000, 1, new(RecoveryActionKind.Acdc, "none", "10x", Xrootd: true, 0.5));

        Assert.Equal((null, "10x"), (chosen!.MemoryMb, chosen.Splitting));
    }

    [Fact]
    public void Without_models_of_the_parameters_the_plain_plan_stands() =>
        Assert.NotNull(new PlanValues(ModelSet.None, MatrixReading.TaskOf(Tasks.Of()), 20_480).Of(new(RecoveryActionKind.Acdc, "none", "none", Xrootd: false, 1)));

    [Theory]
    [InlineData(1, 4)]
    [InlineData(8, 4)]
    [InlineData(4, 2)]
    public void Other_cores_are_the_commonest_number_that_the_task_lacks(int own, int expected) =>
        Assert.Equal(expected, Of(2_000, own, new(RecoveryActionKind.Acdc, "none", "none", Xrootd: false, 0.5) { CoresChanged = true })?.Cores);

    [Fact]
    public void Other_cores_that_nobody_ever_typed_stand_for_no_order() =>
        Assert.Null(new PlanValues(ModelSet.None, MatrixReading.TaskOf(Tasks.Of()), 20_480).Of(new(RecoveryActionKind.Acdc, "none", "none", Xrootd: false, 1) { CoresChanged = true }));

    [Fact]
    public void Memory_may_be_as_much_as_the_ordered_cores_allow() =>
        Assert.Equal(30_000, Of(20_000, 1, new(RecoveryActionKind.Acdc, "ge20", "none", Xrootd: false, 0.5) { CoresChanged = true })?.MemoryMb);

    private static ChosenPlan? Of(int? ownMb, int? cores, Plan plan) =>
        new PlanValues(TrainedModels.Set, MatrixReading.TaskOf(Tasks.Of() with { MemoryMb = ownMb, Cores = cores }), Tasks.MaxMemoryMbPerCore).Of(plan);
}
