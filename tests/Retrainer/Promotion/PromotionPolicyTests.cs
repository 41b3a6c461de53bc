using WorkflowRecovery.Retrainer.Promotion;

namespace WorkflowRecovery.Retrainer.Tests.Promotion;

public sealed class PromotionPolicyTests
{
    [Theory]
    [InlineData(0.40, true)]
    [InlineData(0.50, false)]
    [InlineData(0.60, false)]
    public void First_models_must_beat_the_constant_answer(double logLoss, bool promoted) =>
        Assert.Equal(promoted, PromotionPolicy.Decide(logLoss, constantLogLoss: 0.50, duel: null).Promote);

    [Theory]
    [InlineData(PromotionPolicy.FewestTasks, 0.30, true)]
    [InlineData(PromotionPolicy.FewestTasks, 0.35, false)]
    [InlineData(PromotionPolicy.FewestTasks, 0.36, false)]
    [InlineData(PromotionPolicy.FewestTasks - 1, 0.30, false)]
    public void Others_must_beat_the_active_models_on_enough_newer_tasks(int tasks, double candidate, bool promoted) =>
        Assert.Equal(promoted, PromotionPolicy.Decide(0.40, 0.50, new Duel(tasks, candidate, Active: 0.35)).Promote);

    [Fact]
    public void Who_wins_against_worse_models_must_still_beat_the_constant_answer() =>
        Assert.False(PromotionPolicy.Decide(0.60, 0.50, new Duel(1000, Candidate: 0.1, Active: 0.9)).Promote);

    [Fact]
    public void The_reason_gives_the_numbers()
    {
        var reason = PromotionPolicy.Decide(0.40, 0.50, new Duel(321, Candidate: 0.1234, Active: 0.5678)).Reason;

        Assert.Contains("321", reason, StringComparison.Ordinal);
        Assert.Contains("0.1234", reason, StringComparison.Ordinal);
        Assert.Contains("0.5678", reason, StringComparison.Ordinal);
    }
}
