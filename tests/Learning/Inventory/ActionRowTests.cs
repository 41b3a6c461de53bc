using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Inventory;

namespace WorkflowRecovery.Learning.Tests.Inventory;

public sealed class ActionRowTests
{
    private static readonly string?[] Splittings = [null, "2x", "10x"];
    private static readonly string?[] Sites = [null, "T2_US_MIT"];
    private static readonly int?[] Memories = [null, 2000, 15_000, 25_000];
    private static readonly bool[] Xrootd = [true, false];
    private static readonly int?[] Cores = [null, 8];
    private static readonly RecoveryAction Plain = new(RecoveryActionKind.Acdc) { Sites = ["T2_US_MIT"] };

    public static TheoryData<string, RecoveryAction> Orders => new()
    {
        { "ACDC", Plain },
        { "ACDC, no sites", new(RecoveryActionKind.Acdc) },
        { "ACDC, xrootd disabled", Plain with { Xrootd = false } },
        { "ACDC, splitting max, memory < 10 GB, cores set", Plain with { Splitting = "max", MemoryMb = 9999, Cores = 4 } },
        { "ACDC, memory 10-20 GB", Plain with { MemoryMb = 10_000 } },
        { "ACDC, memory 20-30 GB", Plain with { MemoryMb = 20_480 } },
        { "ACDC, memory 180-190 GB", Plain with { MemoryMb = 180_000 } },
        { "clone", new(RecoveryActionKind.Clone) },
        { "clone, sites set", new(RecoveryActionKind.Clone) { Sites = ["T2_US_MIT"] } },
        { "recovery", new(RecoveryActionKind.Recovery) { Sites = ["T2_US_MIT"] } },
        { "recovery, no sites", new(RecoveryActionKind.Recovery) },
        { "by-pass", new(RecoveryActionKind.ByPass) },
        { "force-complete", new(RecoveryActionKind.ForceComplete) },
        { "on-hold", new(RecoveryActionKind.OnHold) },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void A_row_says_what_differs_from_what_is_usual(string name, RecoveryAction order) => Assert.Equal(name, ActionRow.Of(order).ToString());

    [Fact]
    public void What_the_talks_table_does_not_tell_apart_is_one_row()
    {
        RecoveryAction[] alike =
        [
            Plain, Plain with { Xrootd = true }, Plain with { Secondary = true }, Plain with { Secondary = false }, Plain with { Sites = ["T1_US_FNAL", "T1_DE_KIT"] },
        ];
        Assert.All(alike, order => Assert.Equal(ActionRow.PlainAcdc, ActionRow.Of(order)));
        Assert.Equal(ActionRow.Of(Plain with { MemoryMb = 10_000 }), ActionRow.Of(Plain with { MemoryMb = 19_999 }));
        Assert.Equal(ActionRow.Of(Plain with { Cores = 1 }), ActionRow.Of(Plain with { Cores = 8 }));
    }

    [Fact]
    public void Different_rows_have_different_names()
    {
        var rows =
            from kind in Enum.GetValues<RecoveryActionKind>()
            from splitting in Splittings
            from memory in Memories
            from xrootd in Xrootd
            from cores in Cores
            from site in Sites
            select ActionRow.Of(new(kind) { Splitting = splitting, MemoryMb = memory, Xrootd = xrootd, Cores = cores, Sites = site is null ? [] : [site] });
        Assert.Equal(6 * 3 * 4 * 2 * 2 * 2, rows.Select(row => row.ToString()).Distinct().Count());
    }
}
