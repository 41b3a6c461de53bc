using WorkflowRecovery.Retrainer.Promotion;

namespace WorkflowRecovery.Retrainer.Tests.Promotion;

public sealed class PromotionPolicyTests
{
    private static readonly Duel Won = new(1000, Candidate: 0.30, Incumbent: 0.35);

    [Theory]
    [InlineData(0.40, "active")]
    [InlineData(0.50, "refused")]
    [InlineData(0.60, "refused")]
    public void First_models_must_beat_the_constant_answer_and_are_active_at_once(double logLoss, string state) =>
        Assert.Equal(state, PromotionPolicy.Decide(logLoss, constantLogLoss: 0.50, againstActive: null, againstShadow: null).State);

    [Theory]
    [InlineData(PromotionPolicy.FewestTasks, 0.30, "shadow")]
    [InlineData(PromotionPolicy.FewestTasks, 0.35, "refused")]
    [InlineData(PromotionPolicy.FewestTasks, 0.36, "refused")]
    [InlineData(PromotionPolicy.FewestTasks - 1, 0.30, "refused")]
    public void Others_must_beat_the_active_models_on_enough_newer_tasks_and_go_into_shadow(int tasks, double candidate, string state) =>
        Assert.Equal(state, PromotionPolicy.Decide(0.40, 0.50, new Duel(tasks, candidate, Incumbent: 0.35), againstShadow: null).State);

    [Theory]
    [InlineData(PromotionPolicy.FewestTasks, 0.30, "shadow")]
    [InlineData(PromotionPolicy.FewestTasks, 0.32, "refused")]
    [InlineData(PromotionPolicy.FewestTasks - 1, 0.30, "refused")]
    public void While_others_are_in_shadow_they_must_beat_those_too(int tasks, double candidate, string state) =>
        Assert.Equal(state, PromotionPolicy.Decide(0.40, 0.50, Won, new Duel(tasks, candidate, Incumbent: 0.32)).State);

    [Fact]
    public void Who_wins_against_worse_models_must_still_beat_the_constant_answer() =>
        Assert.Equal("refused", PromotionPolicy.Decide(0.60, 0.50, Won, Won).State);

    [Fact]
    public void The_reason_gives_the_numbers()
    {
        var reason = PromotionPolicy.Decide(0.40, 0.50, new Duel(321, Candidate: 0.1234, Incumbent: 0.5678), new Duel(234, 0.2222, 0.3333)).Reason;

        Assert.All((string[])["321", "0.1234", "0.5678", "234", "0.2222", "0.3333"], number => Assert.Contains(number, reason, StringComparison.Ordinal));
    }
}
