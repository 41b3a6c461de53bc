using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Tournaments;

namespace WorkflowRecovery.Learning.Tests.Tournaments;

public sealed class ConfidenceTests
{
    private static readonly Lazy<TournamentResult> Result = new(() => Cases.Run(Cases.Many(4000, noise: 0.03), Cases.Quick()));

    private readonly TournamentResult _result = Result.Value;

    [Fact]
    public void Sets_keep_their_promise_on_tasks_later_than_those_they_come_from()
    {
        var (confidence, check) = (_result.Confidence!, _result.Confidence!.Check!);

        Assert.Equal(_result.Later.Count, confidence.CalibratedOn + check.Workflows);
        Assert.InRange(check.ActionCoverage, 0.84, 1);
        Assert.InRange(check.PlanCoverage, 0.91, 0.99);
        Assert.InRange(check.OnePlan, 0.05, 1);
        Assert.True(check.OnePlanRight > 0.9);
        Assert.True(confidence.IsMeasured);
    }

    [Fact]
    public void Actions_that_were_too_rare_for_a_bound_of_their_own_are_marked_and_do_not_enter_every_set()
    {
        var bounds = _result.Confidence!.Actions;

        Assert.All(bounds, bound => Assert.True(bound > 0));
        Assert.Equal(bounds[(int)RecoveryActionKind.OnHold], bounds[(int)RecoveryActionKind.ForceComplete]);
        Assert.Equal(["by-pass", "force-complete", "on-hold", "recovery"], _result.Confidence.Pooled.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_training_saw_is_not_novel() =>
        Assert.All(Cases.Many(60, seed: 3), task => Assert.False(_result.Confidence!.NoveltyOf(task.Report.Matrix).Any));

    [Fact]
    public void More_is_decided_where_less_agreement_is_asked_for_and_thresholds_are_checked_on_later_workflows()
    {
        var decided = _result.Decided!;

        Assert.Equal([0.99, 0.97, 0.95, 0.9], decided.Shares.Select(share => share.Agreement));
        Assert.Equal(decided.Shares.Select(share => share.Share.Estimate).Order(), decided.Shares.Select(share => share.Share.Estimate));
        var lowest = decided.Shares[^1];
        Assert.True(lowest.Share.Low <= lowest.Share.Estimate && lowest.Share.Estimate <= lowest.Share.High);
        Assert.True(lowest.Agreed!.Low <= lowest.Agreed.Estimate && lowest.Agreed.Estimate <= lowest.Agreed.High);
        Assert.InRange(lowest.Agreed.Estimate!.Value, 0.85, 1);
        Assert.InRange(lowest.ShareAtThreshold, 0.5, 1);
        Assert.Equal(_result.Confidence!.Check!.Workflows, decided.Workflows);
        Assert.Equal(decided.Curve.Select(point => point.Coverage).Order(), decided.Curve.Select(point => point.Coverage));
    }

    [Fact]
    public void Without_a_model_of_the_action_there_is_nothing_to_be_confident_of()
    {
        using var result = Cases.Run(Cases.Many(400), Cases.Quick(RecoveryTargets.Memory));

        Assert.Null(result.Models);
        Assert.Null(result.Confidence);
        Assert.Null(result.Decided);
    }
}
