using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Tests.Approaches;

public sealed class PlanRecommenderTests
{
    private static readonly TaskSet Set = new(Invented.Tasks(Operator.Careful, 300));
    private static readonly int[] Train = [.. Enumerable.Range(0, 200)];
    private static readonly int[] Watch = [.. Enumerable.Range(200, 50)];
    private static readonly int[] Later = [.. Enumerable.Range(250, 50)];

    [Fact]
    public void The_constant_answer_is_one_plan_as_probable_as_it_was_often()
    {
        using var plans = PlanRecommender.Learn(new ConstantApproach(), Set, Train, Watch, seed: 1, TestContext.Current.CancellationToken);

        var recommended = plans.Recommend(Later);

        Assert.Equal(Later.Length, recommended.Count);
        Assert.Single(recommended.Distinct());
        Assert.InRange(recommended[0].Probability, 0.01, 0.99);
    }

    [Fact]
    public void What_was_learned_is_ordered_more_often_than_the_constant_answer()
    {
        Assert.True(RightOf(new TreesApproach(MatrixViews.Tier)) > RightOf(new ConstantApproach()));

        int RightOf(IApproach approach)
        {
            using var plans = PlanRecommender.Learn(approach, Set, Train, Watch, seed: 1, TestContext.Current.CancellationToken);
            return plans.Recommend(Later).Zip(Later).Count(one => PlanRecommender.IsOrdered(one.First, Set.Tasks[one.Second].Action));
        }
    }

    [Theory]
    [InlineData(8000, "10x", true)]
    [InlineData(9999, "10x", true)]
    [InlineData(10_000, "10x", false)]
    [InlineData(null, "10x", false)]
    [InlineData(8000, null, false)]
    public void A_plan_is_ordered_when_action_and_bins_are(int? memory, string? splitting, bool isOrdered)
    {
        var plan = new Plan(RecoveryActionKind.Acdc, "lt10", "10x", Xrootd: false, Probability: 1);

        Assert.Equal(isOrdered, PlanRecommender.IsOrdered(plan, new(RecoveryActionKind.Acdc) { MemoryMb = memory, Splitting = splitting, Xrootd = true }));
        Assert.False(PlanRecommender.IsOrdered(plan, new(RecoveryActionKind.Recovery) { MemoryMb = 8000, Splitting = "10x" }));
    }
}
