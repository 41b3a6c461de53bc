using WorkflowRecovery.Retrainer.Promotion;

namespace WorkflowRecovery.Retrainer.Tests.Promotion;

public sealed class PromotionPolicyTests
{
    private static readonly Duel Won = new(1000, Candidate: 0.30, Incumbent: 0.35);
    private static readonly OpenTrial Shadow = new(Guid.NewGuid(), PromotionPolicy.FewestTrialWorkflows, Evidence: 1, TimeSpan.FromDays(1), KnowsDrift: true);

    [Theory]
    [InlineData(0.40, "active")]
    [InlineData(0.50, "refused")]
    [InlineData(0.60, "refused")]
    public void First_models_must_beat_the_constant_answer_and_are_active_at_once(double logLoss, string state) =>
        Assert.Equal(state, PromotionPolicy.Decide(logLoss, constantLogLoss: 0.50, new() { IsFirst = true }).State);

    [Theory]
    [InlineData(PromotionPolicy.FewestTasks, 0.30, "shadow")]
    [InlineData(PromotionPolicy.FewestTasks, 0.35, "refused")]
    [InlineData(PromotionPolicy.FewestTasks, 0.36, "refused")]
    [InlineData(PromotionPolicy.FewestTasks - 1, 0.30, "refused")]
    public void Others_must_beat_the_active_models_on_enough_newer_tasks_and_go_into_shadow(int tasks, double candidate, string state) =>
        Assert.Equal(state, DecideAgainst(new(tasks, candidate, Incumbent: 0.35)).State);

    [Fact]
    public void Where_something_drifts_that_later_months_cannot_tell_of_live_tasks_decide()
    {
        var (state, reason) = PromotionPolicy.Decide(0.40, 0.50, new() { Drift = new(2019, 3, 4, 5, 6, 7, TimeSpan.Zero) });

        Assert.Equal("shadow", state);
        Assert.Contains("2019-03-04 05:06", reason, StringComparison.Ordinal);
        Assert.Equal("refused", PromotionPolicy.Decide(0.50, 0.50, new() { Drift = DateTimeOffset.UnixEpoch }).State);
    }

    [Theory]
    [InlineData(99, 0.5, 1, "refused")]
    [InlineData(99, 0.5, 14, "shadow")]
    [InlineData(100, 1.0, 1, "shadow")]
    [InlineData(100, 1.1, 1, "refused")]
    [InlineData(2000, 1.1, 100, "refused")]
    [InlineData(2000, 0.9, 100, "shadow")]
    public void A_trial_that_has_just_begun_or_goes_well_is_not_broken_off_for_the_next_set(int cases, double evidence, int days, string state) =>
        Assert.Equal(state, DecideAgainst(Won, Shadow with { Cases = cases, Evidence = evidence, Age = TimeSpan.FromDays(days) }).State);

    [Theory]
    [InlineData(3, 5, "shadow")]
    [InlineData(100, 0.9, "shadow")]
    [InlineData(100, 5, "refused")]
    public void A_set_in_shadow_that_was_trained_before_a_drift_was_found_gives_way_unless_its_trial_goes_well(int cases, double evidence, string state) =>
        Assert.Equal(state, PromotionPolicy.Decide(
            0.40, 0.50, new() { Drift = DateTimeOffset.UnixEpoch, Trial = Shadow with { Cases = cases, Evidence = evidence, KnowsDrift = false } }).State);

    [Fact]
    public void When_no_active_models_can_be_read_later_ones_wait_for_somebody_to_promote_them()
    {
        var (state, reason) = PromotionPolicy.Decide(0.40, 0.50, new());

        Assert.Equal("shadow", state);
        Assert.Contains("by hand", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_wins_against_worse_models_must_still_beat_the_constant_answer() =>
        Assert.Equal("refused", PromotionPolicy.Decide(0.60, 0.50, new() { AgainstActive = Won }).State);

    [Fact]
    public void The_reason_gives_the_numbers()
    {
        var reasons = DecideAgainst(new(321, Candidate: 0.1234, Incumbent: 0.5678)).Reason + DecideAgainst(Won, Shadow with { Cases = 234, Evidence = 2.5 }).Reason;

        Assert.All((string[])["321", "0.1234", "0.5678", "234", "2.5"], number => Assert.Contains(number, reasons, StringComparison.Ordinal));
    }

    private static PromotionDecision DecideAgainst(Duel duel, OpenTrial? trial = null) =>
        PromotionPolicy.Decide(0.40, 0.50, new() { AgainstActive = duel, Trial = trial });
}
