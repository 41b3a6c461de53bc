using static WorkflowRecovery.Rules.Tests.Files;

namespace WorkflowRecovery.Rules.Tests.Reading;

public sealed class ExampleTests
{
    [Fact]
    public void An_example_that_fires_and_should_not_refuses_the_file() => Assert.Equal(
        "rule 'memory': examples[2]: the rule fires, which it should not",
        Assert.Single(With("{'task': {'errors': [{'code': 50660, 'site': 'T2_US_MIT', 'count': 1}]}, 'fires': false}")));

    [Fact]
    public void So_does_one_that_should_fire_and_does_not() => Assert.Equal(
        "rule 'memory': examples[2]: the rule does not fire, which it should",
        Assert.Single(With("{'task': {'errors': [{'code': 92, 'site': 'T2_US_MIT', 'count': 1}]}, 'fires': true, 'orders': {'action': 'acdc'}}")));

    [Theory]
    [InlineData("'action': 'clone'", "orders acdc instead of clone")]
    [InlineData("'action': 'acdc', 'memoryMb': 3000", "orders acdc instead of acdc with 3000 MB")]
    [InlineData("'action': 'acdc', 'splitting': '2x', 'xrootd': 'enabled'", "orders acdc instead of acdc, splitting 2x, remote read on")]
    public void So_does_one_of_another_order(string orders, string problem) => Assert.Equal(
        $"rule 'memory': examples[2]: the rule {problem}",
        Assert.Single(With($"{{'task': {{'errors': [{{'code': 50660, 'site': 'T2_US_MIT', 'count': 1}}]}}, 'fires': true, 'orders': {{{orders}}}}}")));

    [Fact]
    public void Examples_of_a_rule_that_is_off_are_tried_all_the_same() =>
        Assert.NotEmpty(ProblemsOf(Rule(changes: [("state", "'off'"), ("when", "{'codes': [92]}")])));

    [Fact]
    public void Without_an_example_of_either_kind_a_rule_is_refused()
    {
        Assert.Equal(["rule 'memory': examples hold no task on which the rule does not fire"], ProblemsOf(Rule(changes: ("examples", $"[{Always}]"))));
        Assert.Equal(["rule 'memory': examples hold no task on which the rule fires"], ProblemsOf(Rule(changes: ("examples", $"[{Never}]"))));
    }

    [Fact]
    public void An_example_on_which_nothing_is_ordered_cannot_say_what() => Assert.Contains(
        "rule 'memory': examples[2].orders is given, but nothing is ordered there",
        With("{'task': {'errors': []}, 'fires': false, 'orders': {'action': 'acdc'}}"));

    [Fact]
    public void An_example_may_be_of_the_window_of_time_without_naming_a_day() => Assert.Empty(
        ProblemsOf(Rule(changes: ("when", "{'codes': [50660], 'until': '2018-06-01'}")), Rule("later", ("when", "{'codes': [50660], 'from': '2018-06-01'}"))));

    private static IReadOnlyList<string> With(string example) => ProblemsOf(Rule(changes: ("examples", $"[{Always}, {Never}, {example}]")));
}
