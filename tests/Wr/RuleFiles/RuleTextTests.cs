using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Shipped;
using WorkflowRecovery.Wr.RuleFiles;

namespace WorkflowRecovery.Wr.Tests.RuleFiles;

public sealed class RuleTextTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_book_that_can_be_used_is_counted_by_state() => Assert.Equal(
        $"Version shipped-1 can be used: 9 rules (0 off, 9 passive, 0 suggest, 0 decide), all of their {ShippedRules.Book.Rules.Sum(rule => rule.Examples.Count)} examples passed.",
        RuleText.Checked(ShippedRules.Book, Day));

    [Fact]
    public void Expired_rules_are_told() =>
        Assert.EndsWith(" Expired and therefore off: unified-memory.", RuleText.Checked(Expiring("unified-memory"), Day), StringComparison.Ordinal);

    [Fact]
    public void A_rule_is_listed_with_its_conditions_its_order_and_its_end()
    {
        string[] table = [.. RuleText.Listing(Expiring("unified-time"), Day).Lines(width: null)];

        Assert.Contains(table, line => Has(line, "unified-memory", "passive", "more than 20 % of 50660", "acdc with 1000 MB more", "never", "4 passed"));
        Assert.Contains(table, line => Has(line, "unified-time", "off (expired)", "2026-01-01"));
        Assert.Contains(table, line => Has(line, "unified-block-99109", "nothing: it blocks"));
    }

    private static RuleBook Expiring(string name) =>
        ShippedRules.Book with { Rules = [.. ShippedRules.Book.Rules.Select(rule => rule.Name == name ? rule with { Expires = Day } : rule)] };

    private static bool Has(string line, params string[] parts) => parts.All(part => line.Contains(part, StringComparison.Ordinal));
}
