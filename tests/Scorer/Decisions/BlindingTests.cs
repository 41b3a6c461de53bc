using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Orders;
using WorkflowRecovery.Scorer.Decisions;
using WorkflowRecovery.Scorer.Tests.Feedback;

namespace WorkflowRecovery.Scorer.Tests.Decisions;

public sealed class BlindingTests
{
    private static readonly IReadOnlyList<Guid> Events = [.. Enumerable.Range(1, 20_000).Select(at => new Guid(at, 1, 2, [3, 4, 5, 6, 7, 8, 9, 10]))];

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.05)]
    [InlineData(0.5)]
    public void The_share_that_was_asked_for_is_drawn(double share) =>
        Assert.Equal(share, Events.Count(id => Blinding.Draws(id, share)) / (double)Events.Count, 0.01);

    [Fact]
    public void An_event_that_is_drawn_stays_drawn_when_the_share_is_raised() => Assert.All(
        Events.Where(id => Blinding.Draws(id, 0.05)), id => Assert.True(Blinding.Draws(id, 0.06)));

    [Fact]
    public void What_is_published_is_the_same_whatever_is_hidden()
    {
        var acdc = Given.Said("acdc", 20_000, "10x");
        var clone = acdc with
        {
            EffectKey = EffectKey.Of(acdc.RecommendationId, acdc.Workflow, Domain.Actions.RecoveryActionKind.Clone),
            Scope = "workflow",
            Action = "clone",
            MemoryMb = null,
            Splitting = null,
            Cores = 4,
            Secondary = "enabled",
            Disposition = "automatic",
            Confidence = 0.3,
            Sites = new SiteChoice { Mode = "ban", List = ["T2_US_MIT"], Resolved = ["T1_US_FNAL"] },
            Rules = ["rule"],
        };

        var (one, other) = (Blinding.Hide(acdc), Blinding.Hide(clone));

        Assert.Equivalent(one, other, strict: true);
        Assert.Equal((null, "blinded", "review", "task"), (one.Action, one.Reason, one.Disposition, one.Scope));
        Assert.Equal((0, 0, 0), (one.Alternatives.Count, one.Reasons.Count, one.Rules.Count));
        Assert.Equal("recommendation.none.review", RecommendationWriter.RoutingKey(one));
    }

    [Fact]
    public void A_withdrawal_stays_one() =>
        Assert.Equal("recommendation.none.withdrawn", RecommendationWriter.RoutingKey(Blinding.Hide(Given.Said("acdc") with { Disposition = "withdrawn" })));
}
