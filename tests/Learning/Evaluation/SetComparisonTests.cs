using WorkflowRecovery.Learning.Evaluation;

namespace WorkflowRecovery.Learning.Tests.Evaluation;

public sealed class SetComparisonTests
{
    private static readonly IReadOnlyList<ComparedCase> Cases =
    [
        Case("/a/t", ("acdc", "ge20"), active: ("acdc", "none"), shadow: ("acdc", "ge20")),
        Case("/b/t", ("acdc", "none"), active: ("acdc", "none"), shadow: ("acdc", "ge20")),
        Case("/c/t", ("acdc", "ge20"), active: ("acdc", "none"), shadow: ("acdc", "ge20")),
        Case("/d/t", ("clone", "none"), active: ("acdc", "none"), shadow: ("clone", "none")),
        Case("/e/t", ("acdc", "none"), active: ("acdc", "none"), shadow: ("acdc", "none"), saysAll: false),
    ];

    [Fact]
    public void Pairs_of_differing_answers_are_counted_with_how_often_each_was_ordered() => Assert.Equal(
        [new SaidPair("acdc", "acdc with memory ge20", 3, 1, 2), new SaidPair("acdc", "clone", 1, 0, 1)],
        SetComparison.Of(Cases, examples: 2).Pairs);

    [Fact]
    public void The_log_losses_are_of_orders_that_say_all()
    {
        var comparison = SetComparison.Of(Cases, examples: 2);

        Assert.Equal((5, 4, 4), (comparison.Answered, comparison.Scored, comparison.Differing));
        Assert.Equal(-((3 * Math.Log(0.2)) + Math.Log(0.8)) / 4, comparison.ActiveLogLoss!.Value, 12);
        Assert.Equal(-((3 * Math.Log(0.8)) + Math.Log(0.2)) / 4, comparison.ShadowLogLoss!.Value, 12);
    }

    [Fact]
    public void Examples_are_the_first_of_those_that_differ() =>
        Assert.Equal(["/a/t", "/b/t"], SetComparison.Of(Cases, examples: 2).Examples.Select(example => example.Task));

    [Fact]
    public void Without_answers_there_is_nothing_to_say() =>
        Assert.Equal((0, null, null), (SetComparison.Of([], 5).Answered, SetComparison.Of([], 5).ActiveLogLoss, SetComparison.Of([], 5).ShadowLogLoss));

    /// <summary>Each side gives 0.8 to what it says; the rest goes to what was ordered, or else to another action.</summary>
    private static ComparedCase Case(
        string task, (string, string) ordered, (string, string) active, (string, string) shadow, bool saysAll = true) =>
        new(task, ordered.Item1, ordered.Item2, saysAll, Plans(active, ordered), Plans(shadow, ordered));

    private static IReadOnlyList<WeighedOrder> Plans((string Action, string Memory) says, (string Action, string Memory) ordered)
    {
        var rest = says == ordered ? ("on-hold", "none") : ordered;
        return [new(says.Action, says.Memory, 0.8), new(rest.Item1, rest.Item2, 0.2)];
    }
}
