using CsCheck;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Tests.Plans;

public sealed class PlanComposerTests
{
    private static readonly PlanAnswers Answers = new(
        [.8, .1, .02, .03, .01, .04], [.9, .02, .03, .05], [.9, .04, .03, .02, .01], [.7, .3], [.96, .01, .01, .02], [.95, .02, .01, .01, .01]);

    [Fact]
    public void A_plan_is_as_probable_as_its_parts_together()
    {
        var plans = PlanComposer.Compose(Answers);
        Assert.Equal(new(RecoveryActionKind.Acdc, "none", "none", Xrootd: false, .8 * .9 * .9 * .7), plans[0]);
        Assert.Contains(new(RecoveryActionKind.Clone, "ge20", "10x", Xrootd: false, .1 * .02 * .01), plans);
        Assert.Contains(new(RecoveryActionKind.OnHold, "none", "none", Xrootd: false, .04), plans);
    }

    [Fact]
    public void Plans_are_ranked_and_sum_to_one_whatever_the_answers() =>
        Gen.Select(Rates(6), Rates(4), Rates(5), Rates(2), Rates(4), Rates(5)).Sample((action, memory, splitting, xrootd, cloneMemory, cloneSplitting) =>
        {
            var plans = PlanComposer.Compose(new(action, memory, splitting, xrootd, cloneMemory, cloneSplitting));
            Assert.Equal(2 * 40 + 20 + 3, plans.Count);
            Assert.Equal(1, plans.Sum(plan => plan.Probability), 9);
            Assert.Equal(plans.OrderByDescending(plan => plan.Probability), plans);
            Assert.Equal(plans.Count, plans.DistinctBy(plan => (plan.Action, plan.Memory, plan.Splitting, plan.Xrootd)).Count());
        });

    [Fact]
    public void The_plain_acdc_and_the_acdc_with_memory_are_told_apart()
    {
        var plans = PlanComposer.Compose(Answers);
        Assert.Equal(.8 * .9 * .9, plans.Where(plan => plan.IsPlainAcdc).Sum(plan => plan.Probability), 12);
        Assert.Equal(.8 * .1, plans.Where(plan => plan.IsAcdcWithMemory).Sum(plan => plan.Probability), 12);
    }

    [Fact]
    public void Switches_that_are_used_multiply_the_plans_and_those_that_are_not_add_none()
    {
        var plans = PlanComposer.Compose(Answers with { Secondary = [.9, .1], Cores = [.8, .2] });

        Assert.Equal(4 * 2 * 40 + 20 + 3, plans.Count);
        Assert.Equal(1, plans.Sum(plan => plan.Probability), 9);
        Assert.Contains(new Plan(RecoveryActionKind.Acdc, "none", "none", Xrootd: true, .8 * .9 * .9 * .3 * .1 * .2) { Secondary = true, CoresChanged = true }, plans);
        Assert.DoesNotContain(plans, plan => plan.Action == RecoveryActionKind.Clone && (plan.Secondary || plan.CoresChanged));
        Assert.DoesNotContain(PlanComposer.Compose(Answers), plan => plan.Secondary || plan.CoresChanged);
    }

    [Fact]
    public void Equal_plans_keep_their_order() => Assert.Equal(
        ["none", "lt10", "10to20", "ge20"],
        PlanComposer.Compose(new([1, 0, 0, 0, 0, 0], [.25, .25, .25, .25], [1, 0, 0, 0, 0], [1, 0], [1, 0, 0, 0], [1, 0, 0, 0, 0])).Take(4).Select(plan => plan.Memory));

    [Fact]
    public void An_order_is_one_plan_in_every_part_that_its_action_carries() => AnyOrder.Sample(order =>
    {
        var plans = PlanComposer.Compose(Answers with { Secondary = [.9, .1], Cores = [.8, .2] });
        var own = Assert.Single(plans, plan => plan.IsOrder(order));

        Assert.Equal(order.Kind, own.Action);
        Assert.Equal(RecoveryTargets.CarriesParameters(order.Kind) && order.Xrootd is true, own.Xrootd);
        Assert.Equal(RecoveryTargets.CarriesParameters(order.Kind) && order.Cores is not null, own.CoresChanged);
    });

    private static Gen<RecoveryAction> AnyOrder =>
        from kind in Gen.Enum<RecoveryActionKind>()
        from memory in Gen.Int[0, 30_000]
        from splitting in Gen.Int[0, SplittingNames.All.Count]
        from switches in Gen.Int[0, 7]
        select new RecoveryAction(kind)
        {
            MemoryMb = memory < 5000 ? null : memory,
            Splitting = splitting == 0 ? null : SplittingNames.All[splitting - 1],
            Xrootd = (switches & 1) == 0 ? null : true,
            Secondary = (switches & 2) == 0 ? false : true,
            Cores = (switches & 4) == 0 ? null : 4,
        };

    private static Gen<double[]> Rates(int count) => Gen.Double[0.001, 1].Array[count].Select(parts => Array.ConvertAll(parts, part => part / parts.Sum()));
}
