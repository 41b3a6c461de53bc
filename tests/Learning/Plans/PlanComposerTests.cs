using CsCheck;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Plans;

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

    private static Gen<double[]> Rates(int count) => Gen.Double[0.001, 1].Array[count].Select(parts => Array.ConvertAll(parts, part => part / parts.Sum()));
}
