using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Tests.Evaluation;

public sealed class OrderScoresTests
{
    private static readonly WeighedOrder[] Plans = [new("acdc", "none", 0.4), new("acdc", "ge20", 0.3), new("acdc", "none", 0.2), new("clone", "none", 0.1)];

    [Fact]
    public void Plans_with_the_same_action_and_memory_count_as_one()
    {
        Assert.Equal(-Math.Log(0.6), OrderScores.LogLoss(Plans, "acdc", "none"), 12);
        Assert.Equal(0.16 + 0.09 + 0.01, OrderScores.Brier(Plans, "acdc", "none"), 12);
        Assert.Equal(("acdc", "none"), OrderScores.Likeliest(Plans));
    }

    [Fact]
    public void What_was_held_impossible_has_a_bounded_loss()
    {
        Assert.Equal(-Math.Log(1e-6), OrderScores.LogLoss(Plans, "on-hold", "none"), 12);
        Assert.Equal(2, OrderScores.Brier([new("acdc", "none", 1)], "clone", "none"), 12);
        Assert.Equal(0, OrderScores.Brier([new("clone", "none", 1)], "clone", "none"), 12);
    }

    [Fact]
    public void Without_plans_none_is_the_likeliest() => Assert.Null(OrderScores.Likeliest([]));
}
