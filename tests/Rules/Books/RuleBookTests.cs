using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Rules.Books;
using static WorkflowRecovery.Rules.Tests.Files;
using static WorkflowRecovery.Rules.Tests.Inputs;

namespace WorkflowRecovery.Rules.Tests.Books;

public sealed class RuleBookTests
{
    private const string Clone = "{'action': 'clone'}";

    [Fact]
    public void A_rule_that_fires_says_what_it_orders_and_why()
    {
        var book = Parse(Rule(changes:
            [("order", "{'action': 'acdc', 'addMemoryMb': 1000}"), ("examples", $"[{Always.Replace("'orders': {'action': 'acdc'}", "'orders': {'action': 'acdc', 'memoryMb': 3000}", StringComparison.Ordinal)}, {Never}]")]));

        var fired = Assert.Single(book.FiringOn(Of((50660, 30), (92, 70))));
        Assert.Equal(("memory (decide)", true, false), (fired.Label, fired.Counts, fired.Blocks));
        Assert.Equal(new RecoveryAction(RecoveryActionKind.Acdc) { MemoryMb = 3000 }, fired.Order);
        Assert.Equal("30 of 100 failures are of 50660, more than 20 %: acdc with 1000 MB more, which makes 3000 MB.", fired.Why);
    }

    [Fact]
    public void Without_knowing_the_memory_it_fires_and_orders_nothing()
    {
        var book = Parse(Rule(changes:
            [("order", "{'action': 'acdc', 'addMemoryMb': 1000}"), ("examples", $"[{Always.Replace("{'action': 'acdc'}", "{'action': 'acdc', 'memoryMb': 3000}", StringComparison.Ordinal)}, {Never}]")]));

        var fired = Assert.Single(book.FiringOn(Of((50660, 30)) with { MemoryMb = null }));
        Assert.Null(fired.Order);
        Assert.EndsWith("but the memory is not known or at its limit.", fired.Why, StringComparison.Ordinal);
        Assert.Null(RuleBook.RulingOf([fired]));
    }

    [Fact]
    public void A_rule_that_is_off_says_nothing() => Assert.Empty(Parse(Rule(changes: ("state", "'off'"))).FiringOn(Of((50660, 5))));

    [Fact]
    public void An_expired_rule_is_off_from_its_day_on_and_reported()
    {
        var book = Parse(Rule(changes: ("expires", "'2019-03-05'")), Rule("off", ("expires", "'2019-03-05'"), ("state", "'off'")));
        var day = new DateTimeOffset(2019, 3, 5, 0, 0, 0, TimeSpan.Zero);

        Assert.NotEmpty(book.FiringOn(Of((50660, 5)) with { JudgedAt = day.AddTicks(-1) }));
        Assert.Empty(book.FiringOn(Of((50660, 5)) with { JudgedAt = day }));
        Assert.Empty(book.ExpiredAt(day.AddTicks(-1)));
        Assert.Equal("memory", Assert.Single(book.ExpiredAt(day)).Name);
    }

    [Fact]
    public void The_greater_priority_rules()
    {
        var book = Parse(Rule("low"), Made.Rule("high", "'codes': [50660]", Clone, priority: 1), Made.Rule("told", "'codes': [50660]", "{'action': 'on-hold'}", "passive", priority: 2));

        var fired = book.FiringOn(Of((50660, 5)));
        Assert.Equal(["told", "high", "low"], fired.Select(rule => rule.Name));
        Assert.Equal("high", RuleBook.RulingOf(fired)!.Name);
    }

    [Fact]
    public void A_rule_that_blocks_rules_whatever_the_priorities()
    {
        var blocking = Rule("block", ("order", null), ("blocks", "true"), ("examples", $"[{Always.Replace(", 'orders': {'action': 'acdc'}", "", StringComparison.Ordinal)}, {Never}]"));
        var book = Parse(blocking, Made.Rule("high", "'codes': [50660]", Clone, priority: 1));

        var ruling = RuleBook.RulingOf(book.FiringOn(Of((50660, 5))))!;
        Assert.Equal(("block", true, null), (ruling.Name, ruling.Blocks, ruling.Order));
    }

    [Fact]
    public void A_passive_rule_never_rules() => Assert.Null(RuleBook.RulingOf(Parse(Rule(changes: ("state", "'passive'"))).FiringOn(Of((50660, 5)))));
}
