using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Approaches;
using WorkflowRecovery.Rules.Shipped;
using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class RuleMatchTests
{
    /// <summary>Memory is ordered for every second task with 50660; code 85 is there with everything.</summary>
    private static readonly IReadOnlyList<RuleScore> Scores = RuleMatch.Of(
        new TaskSet([.. Made.Tasks(400).Select((task, at) => task with
        {
            Report = task.Report with { MemoryMb = 2000, Cores = 1 },
            Action = at % 2 == 0 ? Made.Plain with { MemoryMb = 4000 } : Made.Plain,
        })]),
        ShippedRules.Book);

    [Fact]
    public void A_rule_is_scored_by_what_operators_ordered_where_it_ordered()
    {
        var memory = Of("unified-memory");

        Assert.InRange(memory.Ordered, 1, memory.Judged - 1);
        Assert.Equal(memory.Fired, memory.Ordered);
        Assert.Equal(memory.Ordered, memory.Agreed + memory.Plain);
        Assert.InRange(memory.AgreementShare!.Value, 0.2, 0.8);
    }

    [Fact]
    public void Rules_that_never_fire_have_no_agreement()
    {
        Assert.Equal((0, null, null), (Of("unified-submit").Fired, Of("unified-submit").AgreementShare, Of("unified-submit").PlainShare));
        Assert.Equal([null, 0, 0], Of("unified-submit").Rows().Select(row => row.Mean));
    }

    [Fact]
    public void The_rules_of_one_owner_are_scored_together_too() =>
        Assert.Equal(Of("unified-memory") with { Name = "" }, Scores.Single(score => score.Name.StartsWith("all of Unified", StringComparison.Ordinal)) with { Name = "" });

    [Fact]
    public void Without_knowing_the_memory_a_rule_for_more_of_it_orders_nothing()
    {
        var memory = RuleMatch.Of(Made.Set(300), ShippedRules.Book).Single(score => score.Name == "unified-memory");

        Assert.InRange(memory.Fired, 1, memory.Judged);
        Assert.Equal((0, null), (memory.Ordered, memory.AgreementShare));
    }

    [Fact]
    public void Orders_that_tell_nothing_of_parameters_are_not_judged_on() => Assert.Empty(RuleMatch.Of(
        new TaskSet([.. Made.Tasks(100, orderOf: _ => new(RecoveryActionKind.Acdc)).Select(task => task with { ParametersGiven = false })]), ShippedRules.Book));

    [Fact]
    public void What_a_rule_came_to_is_told_in_words()
    {
        var result = Results.Empty() with { Rules = [new("memory", 200, 50, 40, 10, 30), new("block", 200, 5, 0, 0, 0), new("never", 200, 0, 0, 0, 0)] };

        Assert.Equal(
            ["Rule memory fires on 50 of 200 later tasks and orders for 40: what the operator ordered in 25.0 %, the constant answer in 75.0 %.", "Rule block fires on 5 of 200 later tasks and orders nothing."],
            StudyWords.Of(result).Where(line => line.StartsWith("Rule ", StringComparison.Ordinal)));
    }

    private static RuleScore Of(string name) => Scores.Single(score => score.Name == name);
}
