using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Orders;

namespace WorkflowRecovery.Domain.Tests.Orders;

public sealed class EffectKeyTests
{
    private static readonly Guid One = Guid.NewGuid();
    private static readonly Guid Sibling = Guid.NewGuid();

    [Theory]
    [InlineData(RecoveryActionKind.Clone)]
    [InlineData(RecoveryActionKind.ByPass)]
    [InlineData(RecoveryActionKind.OnHold)]
    [InlineData(RecoveryActionKind.ForceComplete)]
    public void Siblings_share_the_key_of_an_action_on_their_workflow(RecoveryActionKind action)
    {
        Assert.Equal("workflow", EffectKey.ScopeOf(action));
        Assert.Equal(EffectKey.Of(One, "w", action), EffectKey.Of(Sibling, "w", action));
        Assert.NotEqual(EffectKey.Of(One, "w", action), EffectKey.Of(One, "v", action));
    }

    [Theory]
    [InlineData(RecoveryActionKind.Acdc)]
    [InlineData(RecoveryActionKind.Recovery)]
    [InlineData(null)]
    public void A_recovery_of_a_task_is_its_own_effect_whatever_the_revision(RecoveryActionKind? action)
    {
        Assert.Equal("task", EffectKey.ScopeOf(action));
        Assert.NotEqual(EffectKey.Of(One, "w", action), EffectKey.Of(Sibling, "w", action));
        Assert.Equal(EffectKey.Of(One, "w", RecoveryActionKind.Acdc), EffectKey.Of(One, "w", action));
    }

    [Fact]
    public void Whatever_is_done_with_a_whole_workflow_is_one_effect() =>
        Assert.Equal(EffectKey.Of(One, "w", RecoveryActionKind.Clone), EffectKey.Of(One, "w", RecoveryActionKind.ByPass));
}
