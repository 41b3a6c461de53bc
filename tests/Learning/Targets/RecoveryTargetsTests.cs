using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Tests.Targets;

public sealed class RecoveryTargetsTests
{
    [Theory]
    [InlineData(null, "none")]
    [InlineData(2000, "lt10")]
    [InlineData(9999, "lt10")]
    [InlineData(10_000, "10to20")]
    [InlineData(19_999, "10to20")]
    [InlineData(20_000, "ge20")]
    [InlineData(180_000, "ge20")]
    public void Memory_falls_into_the_talks_steps(int? memoryMb, string bin)
    {
        Assert.Equal(bin, MemoryBins.Names[MemoryBins.Of(memoryMb)]);
        if (MemoryBins.RangeOf(bin) is { } range)
            Assert.InRange(memoryMb!.Value, range.FromMb, range.ToMb - 1);
    }

    [Fact]
    public void Every_splitting_of_the_form_has_a_bin()
    {
        Assert.Equal(
            ["2x-3x", "2x-3x", "10x", "20x-200x", "20x-200x", "20x-200x", "20x-200x", "max"],
            SplittingNames.All.Select(name => SplittingBins.Names[SplittingBins.Of(name)]));
        Assert.Equal("none", SplittingBins.Names[SplittingBins.Of(null)]);
        Assert.Throws<ArgumentException>(() => SplittingBins.Of("7x"));
    }

    [Fact]
    public void Every_action_has_a_class_of_its_name()
    {
        foreach (var kind in Enum.GetValues<RecoveryActionKind>())
            Assert.Equal(kind.ToName(), RecoveryTargets.Action.Classes[RecoveryTargets.Action.ClassOf(new(kind), parametersGiven: false)!.Value]);
    }

    [Theory]
    [InlineData(RecoveryActionKind.Acdc, true, true)]
    [InlineData(RecoveryActionKind.Recovery, true, true)]
    [InlineData(RecoveryActionKind.Acdc, false, false)]
    [InlineData(RecoveryActionKind.Clone, true, false)]
    [InlineData(RecoveryActionKind.ByPass, true, false)]
    public void Parameters_are_learned_where_an_order_gave_them(RecoveryActionKind kind, bool given, bool counts)
    {
        foreach (var target in RecoveryTargets.All.Skip(1))
            Assert.Equal(counts, target.ClassOf(new(kind), given) is not null);
    }

    [Theory]
    [InlineData(null, "not-enabled")]
    [InlineData(false, "not-enabled")]
    [InlineData(true, "enabled")]
    public void Remote_read_is_enabled_or_not(bool? xrootd, string name) => Assert.Equal(
        name, RecoveryTargets.Xrootd.Classes[RecoveryTargets.Xrootd.ClassOf(new(RecoveryActionKind.Acdc) { Xrootd = xrootd }, parametersGiven: true)!.Value]);

    [Fact]
    public void Targets_are_found_by_name()
    {
        Assert.Same(RecoveryTargets.Splitting, RecoveryTargets.Of("splitting"));
        Assert.Throws<ArgumentException>(() => RecoveryTargets.Of("weather"));
    }
}
