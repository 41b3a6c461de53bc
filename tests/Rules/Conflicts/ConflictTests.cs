using CsCheck;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Conditions;
using WorkflowRecovery.Rules.Reading;
using static WorkflowRecovery.Rules.Tests.Files;

namespace WorkflowRecovery.Rules.Tests.Conflicts;

public sealed class ConflictTests
{
    private const string Clone = "{'action': 'clone'}";

    private static readonly Gen<string> AnyWhen =
        from codes in OneOf.These("", "'codes': [50660]", "'codes': [92, 50664]", "'categories': ['MEM']", "'categories': ['TIME'], 'codes': [92]")
        from share in OneOf.These("0", "0.2", "0.5", "0.7")
        from sites in OneOf.These("", "'sites': ['T2_US_MIT']", "'sites': ['T1_*']", "'sites': ['T2_*', 'T3_US_X']")
        from campaigns in OneOf.These("", "", "'campaigns': ['A*']", "'campaigns': ['AB', 'C*']")
        from types in OneOf.These("", "", "'requestTypes': ['X']", "'notRequestTypes': ['X']")
        from attempts in OneOf.These("", "", "'attemptAtMost': 1", "'attemptAtLeast': 2")
        from time in OneOf.These("", "", "'from': '2019-03-04'", "'until': '2019-03-04'")
        select string.Join(", ", new[] { codes, $"'shareAbove': {share}", sites, campaigns, types, attempts, time }.Where(part => part.Length > 0));

    private static readonly Gen<string> AnyRule =
        from when in AnyWhen
        from order in OneOf.These("{'action': 'acdc'}", Clone, "{'action': 'acdc', 'splitting': '2x'}")
        from state in OneOf.These("suggest", "decide", "decide", "passive")
        from priority in Gen.Int[0, 2]
        select Made.Rule("RULE", when, order, state, priority);

    private static readonly Gen<RuleInput> AnyInput =
        from errors in Gen.Select(OneOf.These(50660, 50661, 50664, 92, 85), OneOf.These("T2_US_MIT", "T1_US_FNAL", "T3_US_X"), Gen.Int[1, 9]).Array[1, 4]
        from campaign in OneOf.These<string?>(null, "A", "AB", "C1")
        from type in OneOf.These<string?>(null, "X", "Y")
        from attempt in OneOf.These<int?>(null, 0, 1, 2, 3)
        from days in Gen.Int[-1, 0]
        select Inputs.At(errors) with { Campaign = campaign, RequestType = type, Attempt = attempt, ReportedAt = Inputs.Noon.AddDays(days) };

    [Fact]
    public void No_task_has_two_orders_of_equal_standing() =>
        Gen.Select(AnyRule.Array[2, 4], AnyInput.Array[20]).Sample((rules, inputs) =>
        {
            string[] named = [.. rules.Select((rule, index) => rule.Replace("'RULE'", $"'rule {index}'", StringComparison.Ordinal))];
            if (BookOf(named) is not { } book)
                return;

            foreach (var fired in inputs.Select(book.FiringOn))
            {
                var ordering = fired.Where(rule => rule.Counts && rule.Order is not null).ToList();
                Assert.All(ordering.GroupBy(rule => rule.Priority), equals => Assert.Single(equals.Select(rule => rule.Order).Distinct()));
                Assert.Equal(ordering.FirstOrDefault(), RuleBook.RulingOf(fired));
            }
        }, iter: 1000);

    [Fact]
    public void Many_pairs_pass_and_many_are_refused_or_the_property_would_say_little()
    {
        var seen = new System.Collections.Concurrent.ConcurrentBag<bool>();

        Gen.Select(AnyRule, AnyRule).Sample((one, other) => seen.Add(ProblemsOf(one.Replace("'RULE'", "'a'", StringComparison.Ordinal), other.Replace("'RULE'", "'b'", StringComparison.Ordinal)).Count == 0), iter: 3000);

        Assert.InRange(seen.Average(passed => passed ? 1.0 : 0.0), 0.2, 0.98);
    }

    [Fact]
    public void Rules_that_can_fire_together_with_different_orders_are_refused_by_name() => Assert.Equal(
        "rules 'a' and 'b' can fire on one task and order different things (acdc; clone): give one of them another priority, or both conditions that exclude each other",
        Assert.Single(ProblemsOf(Rule("a"), Made.Rule("b", "'codes': [92]", Clone, "suggest"))));

    [Theory]
    [InlineData("'codes': [92], 'shareAbove': 0.8")]
    [InlineData("'codes': [50660], 'sites': ['T1_*'], 'shareAbove': 0.8")]
    public void Shares_of_different_failures_that_make_more_than_all_exclude_each_other(string when)
    {
        var here = Made.Rule("a", "'codes': [50660], 'sites': ['T2_*'], 'shareAbove': 0.2");

        Assert.Empty(ProblemsOf(here, Made.Rule("b", when, Clone)));
        Assert.NotEmpty(ProblemsOf(here, Made.Rule("b", when.Replace("0.8", "0.7", StringComparison.Ordinal), Clone)));
    }

    [Theory]
    [InlineData("'campaigns': ['A*']", "'campaigns': ['B', 'C*']")]
    [InlineData("'requestTypes': ['X']", "'requestTypes': ['Y', 'Z']")]
    [InlineData("'requestTypes': ['X']", "'notRequestTypes': ['X', 'Z']")]
    [InlineData("'until': '2019-03-04'", "'from': '2019-03-04'")]
    [InlineData("'attemptAtMost': 1", "'attemptAtLeast': 2")]
    public void So_do_other_conditions_that_cannot_both_hold(string one, string other)
    {
        Assert.Empty(ProblemsOf(Made.Rule("a", one), Made.Rule("b", other, Clone)));
        Assert.Empty(ProblemsOf(Made.Rule("a", other), Made.Rule("b", one, Clone)));
    }

    [Theory]
    [InlineData("'campaigns': ['A*']", "'campaigns': ['AB*']")]
    [InlineData("'message': 'maxPSS'", "'message': 'aaab'")]
    [InlineData("'notRequestTypes': ['X']", "'notRequestTypes': ['Y']")]
    [InlineData("'codes': [50660], 'shareAbove': 0.6", "'categories': ['MEM'], 'shareAbove': 0.6")]
    public void What_proves_nothing_is_a_conflict(string one, string other) => Assert.NotEmpty(ProblemsOf(Made.Rule("a", one), Made.Rule("b", other, Clone)));

    [Fact]
    public void Equal_orders_other_priorities_and_rules_that_only_tell_are_no_conflict()
    {
        Assert.Empty(ProblemsOf(Rule("a"), Rule("b")));
        Assert.Empty(ProblemsOf(Rule("a"), Made.Rule("b", "'codes': [92]", Clone, priority: -1)));
        Assert.Empty(ProblemsOf(Rule("a"), Made.Rule("b", "'codes': [92]", Clone, "passive"), Made.Rule("c", "'codes': [92]", Clone, "off")));
    }

    private static RuleBook? BookOf(string[] rules)
    {
        try
        {
            return Parse(rules);
        }
        catch (RulesRefusedException)
        {
            return null;
        }
    }
}
