using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;

namespace WorkflowRecovery.Domain.Tests.Actions;

public class RecoveryActionNamesTests
{
    [Fact]
    public void Every_action_has_the_word_that_the_outside_contract_lists() =>
        Assert.Equal(Words.Action, Enum.GetValues<RecoveryActionKind>().Select(kind => kind.ToName()));

    [Fact]
    public void Every_word_is_read_back_as_its_action() =>
        Assert.All(Enum.GetValues<RecoveryActionKind>(), kind =>
        {
            Assert.True(RecoveryActionNames.TryParse(kind.ToName(), out var read));
            Assert.Equal(kind, read);
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ACDC")]
    [InlineData("special")]
    [InlineData("bypass")]
    public void A_word_outside_the_contract_is_not_an_action(string? word) =>
        Assert.False(RecoveryActionNames.TryParse(word, out _));

    [Fact]
    public void Two_actions_with_the_same_sites_are_equal()
    {
        var one = new RecoveryAction(RecoveryActionKind.Acdc) { MemoryMb = 20_000, Sites = ["T2_CH_CERN", "T1_UK_RAL"] };
        var same = new RecoveryAction(RecoveryActionKind.Acdc) { MemoryMb = 20_000, Sites = ["T2_CH_CERN", "T1_UK_RAL"] };
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, one with { Sites = ["T2_CH_CERN"] });
        Assert.NotEqual(one, one with { MemoryMb = null });
    }
}
