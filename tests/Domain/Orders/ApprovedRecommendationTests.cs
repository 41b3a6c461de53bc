using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Orders;

namespace WorkflowRecovery.Domain.Tests.Orders;

public sealed class ApprovedRecommendationTests
{
    private static readonly Guid Id = Guid.NewGuid();
    private static readonly DateTimeOffset Now = new(2020, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly SiteChoice Sites = new() { Mode = "auto", List = [], Resolved = ["T2_US_MIT"] };

    private static readonly RecoveryRecommended Said = new()
    {
        RecommendationId = Id, Revision = 3, EffectKey = Guid.Empty, Scope = "task", Workflow = "w", Task = "/w/Production", ReportedAt = Now.AddHours(-1),
        RecommendedAt = Now.AddHours(-1), ExpiresAt = Now.AddHours(23), Action = "acdc", Sites = Sites with { Resolved = [] }, Confidence = 0.8, Disposition = "review",
        Alternatives = [new() { Action = "clone", Probability = 0.15 }, new() { Action = "acdc", MemoryMb = 9_000, Probability = 0.05 }],
        Reasons = [new() { Feature = "85", Contribution = 1, Text = "Most are 85." }, new() { Feature = "policy.switch", Text = "It is off." }],
        Rules = ["a rule"], PolicyVersion = "1", Models = [new() { Target = "action", Version = 3, Sha256 = "a" }], MatrixId = Id,
    };

    private static readonly OrderedRecovery Plain = new() { Action = "acdc", SiteMode = "auto", Sites = [], Reasons = ["the site is back"] };

    [Fact]
    public void What_is_ordered_as_recommended_keeps_the_models_reasons_behind_the_operators()
    {
        var approved = Approve(Plain);

        Assert.Equal((4, "approved", "acdc", 0.8, Now.AddHours(24)), (approved.Revision, approved.Disposition, approved.Action, approved.Confidence, approved.ExpiresAt));
        Assert.Equal(["Ordered by ada.", "the site is back", "Most are 85."], approved.Reasons.Select(reason => reason.Text));
        Assert.Equal([("clone", 0.15), ("acdc", 0.05)], approved.Alternatives.Select(plan => (plan.Action, plan.Probability)));
        Assert.Equal((Sites, Said.Models, Said.Rules, Said.MatrixId), (approved.Sites, approved.Models, approved.Rules, approved.MatrixId));
    }

    [Fact]
    public void What_was_recommended_is_an_alternative_to_another_order()
    {
        var approved = Approve(Plain with { MemoryMb = 9_000 });

        Assert.Equal([("acdc", 0.8), ("clone", 0.15)], approved.Alternatives.Select(plan => (plan.Action, plan.Probability)));
        Assert.All(approved.Reasons, reason => Assert.Equal("order", reason.Feature));
    }

    [Fact]
    public void An_action_on_the_workflow_has_its_scope_and_key()
    {
        var approved = Approve(Plain with { Action = "by-pass" });

        Assert.Equal(("workflow", EffectKey.Of(Guid.NewGuid(), "w", Domain.Actions.RecoveryActionKind.Clone)), (approved.Scope, approved.EffectKey));
    }

    [Fact]
    public void Of_a_blinded_case_no_probability_is_told()
    {
        var blinded = Said with { Action = null, Confidence = null, Reason = "blinded", Alternatives = [], Reasons = [], Rules = [] };

        var approved = ApprovedRecommendation.Of(blinded, Plain, "ada", Sites, 0.8, 4, Now, TimeSpan.FromHours(24));

        Assert.Equal((null, null), (approved.Confidence, approved.Reason));
        Assert.Empty(approved.Alternatives);
    }

    [Fact]
    public void An_action_that_is_none_is_not_published() => Assert.Throws<FormatException>(() => Approve(Plain with { Action = "retry" }));

    private static RecoveryRecommended Approve(OrderedRecovery ordered) =>
        ApprovedRecommendation.Of(Said, ordered, "ada", Sites, 0.8, 4, Now, TimeSpan.FromHours(24));
}
