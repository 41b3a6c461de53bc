using WorkflowRecovery.Wr.Scores;
using WorkflowRecovery.Wr.Tests.History;

namespace WorkflowRecovery.Wr.Tests.Scores;

public sealed class ScoreSheetTests
{
    private const string Plans = """
        [{"action": "acdc", "memory": "none", "splitting": "none", "probability": 0.4},
         {"action": "acdc", "memory": "none", "splitting": "10x", "probability": 0.1},
         {"action": "acdc", "memory": "10to20", "splitting": "none", "probability": 0.5}]
        """;

    private static readonly OperatorAnswer Plain = OperatorAnswer.Of(Tasks.Past("w"));
    private static readonly OperatorAnswer Memory = OperatorAnswer.Of(Tasks.Past("w", memoryMb: 16_000));

    [Fact]
    public void Agreement_takes_action_and_both_bins_and_not_the_exact_value()
    {
        var given = GivenAnswer.Of("acdc", 12_000, null, Plans);

        Assert.True(given.AgreesWith(Memory));
        Assert.False(given.AgreesWith(OperatorAnswer.Of(Tasks.Past("w", memoryMb: 20_000))));
        Assert.False(given.AgreesWith(OperatorAnswer.Of(Tasks.Past("w", memoryMb: 16_000, splitting: "10x"))));
        Assert.False(given.AgreesWith(OperatorAnswer.Of(Tasks.Past("w", action: "clone", memoryMb: 16_000))));
    }

    [Fact]
    public void An_abstention_is_compared_with_nothing_though_its_plans_are_scored()
    {
        var abstained = GivenAnswer.Of(null, null, null, Plans);
        var sheet = ScoreSheet.Of([(Plain, abstained), (Memory, GivenAnswer.Of("acdc", 16_000, null, Plans)), (Plain, GivenAnswer.Of("clone", null, null, Plans))], ActionRates.Of([Plain]));
        Assert.Equal((3, 1, 0.5, 0.5), (sheet.Tasks, sheet.Abstained, sheet.Agreement, sheet.ConstantAnswer));

        sheet = ScoreSheet.Of([(Plain, abstained), (Plain, GivenAnswer.Of("acdc", null, null, Plans))], ActionRates.Of([Plain]));
        Assert.Equal((2, 1, 1.0, 1.0), (sheet.Tasks, sheet.Abstained, sheet.Agreement, sheet.ConstantAnswer));
        Assert.Equal(-Math.Log(0.5), sheet.LogLoss!.Value, 12);
        Assert.Equal(0, sheet.ConstantLogLoss!.Value, 12);
    }

    [Fact]
    public void Base_rates_count_orders_that_say_all_and_what_never_came_costs_the_floor()
    {
        var open = OperatorAnswer.Of(Tasks.Past("w", given: false));
        var rates = ActionRates.Of([Plain, Plain, Plain, Memory, open]);

        Assert.Equal((0.75, 0.25, 0.0), (rates.Of("acdc", "none"), rates.Of("acdc", "10to20"), rates.Of("clone", "none")));
        var sheet = ScoreSheet.Of([(OperatorAnswer.Of(Tasks.Past("w", action: "clone")), GivenAnswer.Of("acdc", null, null, Plans))], rates);
        Assert.Equal(-Math.Log(1e-6), sheet.ConstantLogLoss!.Value, 9);
    }

    [Fact]
    public void An_order_that_leaves_its_parameters_open_counts_for_the_agreement_only()
    {
        var sheet = ScoreSheet.Of([(OperatorAnswer.Of(Tasks.Past("w", given: false)), GivenAnswer.Of("acdc", null, null, Plans))], ActionRates.Of([]));

        Assert.Equal(1, sheet.Agreement);
        Assert.Null(sheet.LogLoss);
    }

    [Theory]
    [InlineData("by-pass", true)]
    [InlineData("acdc", false)]
    [InlineData("recovery", false)]
    public void An_action_without_parameters_says_all_by_its_name(string action, bool saysAll) =>
        Assert.Equal(saysAll, OperatorAnswer.Of(Tasks.Past("w", action: action, given: false)).SaysAll);
}
