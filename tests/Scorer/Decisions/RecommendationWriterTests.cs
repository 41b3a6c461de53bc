using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Scoring;
using WorkflowRecovery.Scorer.Tests.Models;
using static WorkflowRecovery.Scorer.Tests.Scoring.Tasks;

namespace WorkflowRecovery.Scorer.Tests.Decisions;

public sealed class RecommendationWriterTests
{
    private static readonly DateTimeOffset Now = ReportedAt.AddHours(1);
    private static readonly MatrixStored Stored = new()
    {
        EventId = Guid.NewGuid(),
        MatrixId = Guid.NewGuid(),
        MatrixRevision = 1,
        Cause = "reported",
        Event = Of(Error(8001)),
        UnavailableSites = [],
    };

    [Fact]
    public void A_plan_is_told_with_its_parameters_its_models_its_policy_and_its_end()
    {
        var judgement = Judged(TrainedModels.Set);

        var said = RecommendationWriter.Write(Stored, For("review", judgement), 3, Now, TimeSpan.FromHours(24));

        Assert.Equal(("acdc", "10x", "enabled", "task", "review", 3), (said.Action, said.Splitting, said.Xrootd, said.Scope, said.Disposition, said.Revision));
        Assert.Equal((Stored.EventId, Stored.MatrixId, Now, Now.AddHours(24)), (said.RecommendationId, said.MatrixId, said.RecommendedAt, said.ExpiresAt));
        Assert.Equal(judgement.Choice!.Plan.Probability, said.Confidence);
        Assert.Equal(["T2_US_MIT"], said.Sites.Resolved);
        Assert.Equal(TrainedModels.Set.References, said.Models);
        Assert.Equal("v+1", said.PolicyVersion);
        Assert.Equal("recommendation.acdc.review", RecommendationWriter.RoutingKey(said));
    }

    [Fact]
    public void Secondary_input_and_cores_are_told_where_they_are_part_of_the_plan()
    {
        var secondary = Write(8028);
        var cores = Write(139);

        Assert.Equal(("enabled", null), (secondary.Secondary, secondary.Cores));
        Assert.Equal((null, 2), (cores.Secondary, cores.Cores));
    }

    [Fact]
    public void An_abstention_has_no_action_and_says_why()
    {
        var said = RecommendationWriter.Write(Stored, For("abstained", Judged(ModelSet.None)), 1, Now, TimeSpan.FromHours(24));

        Assert.Equal((null, null, "task"), (said.Action, said.Confidence, said.Scope));
        Assert.NotEmpty(said.Reasons);
        Assert.Equal("recommendation.none.abstained", RecommendationWriter.RoutingKey(said));
    }

    [Fact]
    public void A_withdrawal_keeps_identity_effect_and_plan_and_gives_its_own_reason()
    {
        var said = RecommendationWriter.Write(Stored, For("review", Judged(TrainedModels.Set)), 1, Now, TimeSpan.FromHours(24));

        var withdrawn = RecommendationWriter.Withdraw(said, 2, Because.Of("round", "It is over."), Now.AddHours(2));

        Assert.Equal((said.RecommendationId, said.EffectKey, said.Action, 2), (withdrawn.RecommendationId, withdrawn.EffectKey, withdrawn.Action, withdrawn.Revision));
        Assert.Equal("It is over.", Assert.Single(withdrawn.Reasons).Text);
        Assert.Equal("recommendation.acdc.withdrawn", RecommendationWriter.RoutingKey(withdrawn));
    }

    [Fact]
    public void What_is_held_back_keeps_its_plan_and_gets_one_more_reason()
    {
        var said = RecommendationWriter.Write(Stored, For("automatic", Judged(TrainedModels.Set)), 1, Now, TimeSpan.FromHours(24));

        var held = RecommendationWriter.HoldBack(said, 2, Because.Of("guard.workflow", "A clone is proposed."), Now.AddHours(2));

        Assert.Equal((said.EffectKey, said.Action, said.Splitting, 2, "review"), (held.EffectKey, held.Action, held.Splitting, held.Revision, held.Disposition));
        Assert.Equal([.. said.Reasons.Select(reason => reason.Feature), "guard.workflow"], held.Reasons.Select(reason => reason.Feature));
    }

    private static Judgement Judged(ModelSet models) => Judge.Of(models, MatrixReading.TaskOf(Stored.Event), MaxMemoryMbPerCore);

    private static Decision For(string disposition, Judgement judgement) => new(disposition, judgement, Cell: null, "v+1");

    private static RecoveryRecommended Write(int code)
    {
        var stored = Stored with { Event = Of(Error(code)) };
        var judgement = Judge.Of(TrainedModels.Set, MatrixReading.TaskOf(stored.Event), MaxMemoryMbPerCore);
        return RecommendationWriter.Write(stored, For("review", judgement), 1, Now, TimeSpan.FromHours(24));
    }
}
