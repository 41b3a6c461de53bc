using WorkflowRecovery.Console.Queue;
using static WorkflowRecovery.Console.Tests.Queue.ShownCases;

namespace WorkflowRecovery.Console.Tests.Queue;

public sealed class SelectionTests
{
    public static TheoryData<string, QueueCase> Unequal { get; } = new()
    {
        { "differ", Case("two") with { Plan = new("acdc", 9000, null, null, null, null) } },
        { "differ", Case("two") with { Codes = [new(85, 1)] } },
        { "one by one", Case("two") with { Plan = new("clone", null, null, null, null, null) } },
        { "nothing is recommended", Case("two") with { Plan = null, Disposition = "abstained" } },
        { "without a recommendation", Case("two") with { Plan = null, Blinded = true } },
        { "to be decided", Case("two") with { AnsweredAt = Now } },
    };

    [Fact]
    public void Tasks_with_the_same_plan_for_the_same_main_code_can_be_answered_at_once()
    {
        var (one, two) = (Case("one"), Case("two"));

        var selection = Selection.Of([one.EventId, two.EventId, Guid.NewGuid()], QueueOf(one, two, Case("three")), Now);

        Assert.Equal((2, null), (selection.Cases.Count, selection.Obstacle));
    }

    [Theory]
    [MemberData(nameof(Unequal))]
    public void Others_cannot(string why, QueueCase other)
    {
        var one = Case("one");

        Assert.Contains(why, Selection.Of([one.EventId, other.EventId], QueueOf(one, other), Now).Obstacle);
    }
}
