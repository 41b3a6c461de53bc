using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Inventory;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Tests.Targets;

public sealed class TalkTargetsTests
{
    private static readonly RecoveryAction Plain = new(RecoveryActionKind.Acdc) { Sites = ["T2_US_MIT"] };
    private static readonly RecoveryAction Bare = new(RecoveryActionKind.Acdc);

    /// <summary>An order with its class in the authors' reading, the strict one and that of the study of logs, and whether memory changes.</summary>
    private static readonly Dictionary<string, (RecoveryAction Order, int Authors, int Strict, int Unmodified, int Memory)> Orders = new()
    {
        ["plain ACDC"] = (Plain, 0, 0, 0, 0),
        ["remote read enabled"] = (Plain with { Xrootd = true }, 0, 0, 0, 0),
        ["secondary enabled"] = (Plain with { Secondary = true }, 0, 0, 0, 0),
        ["remote read disabled"] = (Plain with { Xrootd = false }, 0, 1, 0, 0),
        ["cores set"] = (Plain with { Cores = 8 }, 0, 1, 0, 0),
        ["no sites"] = (Bare, 0, 1, 0, 0),
        ["splitting 10x"] = (Plain with { Splitting = "10x" }, 0, 1, 1, 0),
        ["2 GB"] = (Plain with { MemoryMb = 2000 }, 1, 1, 1, 1),
        ["15 GB"] = (Plain with { MemoryMb = 15_000 }, 1, 1, 1, 1),
        ["40 GB"] = (Plain with { MemoryMb = 40_000 }, 1, 1, 1, 1),
        ["memory and remote read enabled"] = (Plain with { MemoryMb = 20_000, Xrootd = true }, 1, 1, 1, 1),
        ["memory and remote read disabled"] = (Plain with { MemoryMb = 20_000, Xrootd = false }, 0, 1, 1, 1),
        ["memory and splitting"] = (Plain with { MemoryMb = 20_000, Splitting = "2x" }, 0, 1, 1, 1),
        ["memory and cores"] = (Plain with { MemoryMb = 20_000, Cores = 8 }, 0, 1, 1, 1),
        ["memory without sites"] = (Bare with { MemoryMb = 20_000 }, 0, 1, 1, 1),
        ["clone"] = (new(RecoveryActionKind.Clone), 1, 1, 1, 0),
        ["clone with memory"] = (new(RecoveryActionKind.Clone) { MemoryMb = 20_000 }, 0, 1, 1, 0),
        ["clone with splitting"] = (new(RecoveryActionKind.Clone) { Splitting = "max" }, 0, 1, 1, 0),
        ["recovery with memory"] = (new(RecoveryActionKind.Recovery) { MemoryMb = 20_000, Sites = ["T2_US_MIT"] }, 0, 1, 1, 0),
        ["on-hold"] = (new(RecoveryActionKind.OnHold), 0, 1, 1, 0),
    };

    public static TheoryData<string> Names => [.. Orders.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_question_reads_an_order_in_its_own_way(string name)
    {
        var (order, authors, strict, unmodified, memory) = Orders[name];

        Assert.Equal(authors, TalkTargets.PlainOfAuthors.ClassOf(order, parametersGiven: true));
        Assert.Equal(strict, TalkTargets.PlainStrict.ClassOf(order, parametersGiven: true));
        Assert.Equal(unmodified, TalkTargets.Unmodified.ClassOf(order, parametersGiven: true));
        Assert.Equal(memory, TalkTargets.Memory.ClassOf(order, parametersGiven: true));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_authors_others_are_the_rows_of_their_table_from_clone_to_little_memory(string name)
    {
        var (order, authors, _, _, _) = Orders[name];
        var row = ActionTable.Talk.Index().Where(talk => talk.Item.Is(ActionRow.Of(order))).Select(talk => (int?)talk.Index).SingleOrDefault();
        Assert.Equal(row is >= 1 and <= 4, authors == 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_other_to_the_authors_or_to_the_study_of_logs_is_strictly_other(string name)
    {
        var (order, authors, strict, unmodified, memory) = Orders[name];
        Assert.True(strict >= authors && strict >= unmodified && unmodified >= memory, $"{order}");
    }

    [Fact]
    public void An_acdc_of_which_only_the_action_is_known_answers_nothing_but_that_it_is_no_clone()
    {
        foreach (var target in new[] { TalkTargets.PlainOfAuthors, TalkTargets.PlainStrict, TalkTargets.Unmodified, TalkTargets.Memory })
        {
            Assert.Null(target.ClassOf(Bare, parametersGiven: false));
            Assert.Null(target.ClassOf(new(RecoveryActionKind.Recovery), parametersGiven: false));
        }

        Assert.Equal(0, TalkTargets.Clone.ClassOf(Bare, parametersGiven: false));
    }

    [Fact]
    public void A_clone_of_which_only_the_action_is_known_is_a_plain_clone()
    {
        var clone = new RecoveryAction(RecoveryActionKind.Clone);
        Assert.Equal(1, TalkTargets.PlainOfAuthors.ClassOf(clone, parametersGiven: false));
        Assert.Equal(1, TalkTargets.PlainStrict.ClassOf(clone, parametersGiven: false));
        Assert.Equal(1, TalkTargets.Unmodified.ClassOf(clone, parametersGiven: false));
        Assert.Equal(0, TalkTargets.Memory.ClassOf(clone, parametersGiven: false));
        Assert.Equal(1, TalkTargets.Clone.ClassOf(clone, parametersGiven: false));
    }

    [Theory]
    [InlineData(RecoveryActionKind.Acdc, 0)]
    [InlineData(RecoveryActionKind.Clone, 1)]
    [InlineData(RecoveryActionKind.Recovery, null)]
    [InlineData(RecoveryActionKind.ByPass, null)]
    [InlineData(RecoveryActionKind.ForceComplete, null)]
    [InlineData(RecoveryActionKind.OnHold, null)]
    public void Clone_is_held_against_acdc_alone(RecoveryActionKind kind, int? expected) =>
        Assert.Equal(expected, TalkTargets.Clone.ClassOf(new(kind), parametersGiven: true));

    [Fact]
    public void Every_question_has_two_classes_and_a_name_of_its_own()
    {
        Target[] all = [TalkTargets.PlainOfAuthors, TalkTargets.PlainStrict, TalkTargets.Unmodified, TalkTargets.Memory, TalkTargets.Clone];
        Assert.All(all, target => Assert.Equal(2, target.Classes.Distinct().Count()));
        Assert.Equal(all.Length, all.DistinctBy(target => target.Name).Count());
    }
}
