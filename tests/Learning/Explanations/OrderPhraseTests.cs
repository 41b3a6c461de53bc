using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Explanations;

namespace WorkflowRecovery.Learning.Tests.Explanations;

public sealed class OrderPhraseTests
{
    private static readonly RecoveryAction Acdc = new(RecoveryActionKind.Acdc);

    public static TheoryData<RecoveryAction, string> Orders => new()
    {
        { Acdc with { Sites = ["T2_US_MIT"] }, "ACDC" },
        { Acdc with { MemoryMb = 20_000 }, "ACDC, memory 20000 MB" },
        { Acdc with { Splitting = "10x", Xrootd = true, Secondary = false }, "ACDC, splitting 10x, xrootd enabled, secondary disabled" },
        { new(RecoveryActionKind.Clone) { MemoryMb = 8000, Cores = 4 }, "clone, memory 8000 MB, cores 4" },
        { new(RecoveryActionKind.ByPass), "by-pass" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void An_order_is_said_with_what_it_sets(RecoveryAction order, string said) => Assert.Equal(said, OrderPhrase.Of(order, parametersGiven: true));

    [Fact]
    public void Parameters_that_were_not_recorded_are_said_to_be_missing_where_there_could_be_some()
    {
        Assert.Equal("ACDC, parameters not recorded", OrderPhrase.Of(Acdc, parametersGiven: false));
        Assert.Equal("clone", OrderPhrase.Of(new(RecoveryActionKind.Clone), parametersGiven: false));
    }
}
