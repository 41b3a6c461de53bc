using System.Text;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Reading;
using static WorkflowRecovery.Rules.Tests.Files;

namespace WorkflowRecovery.Rules.Tests.Reading;

public sealed class RuleFileTests
{
    [Fact]
    public void A_good_file_becomes_a_book()
    {
        var book = Parse(Rule(), Rule("other", ("state", "'off'"), ("expires", "null"), ("priority", "7")));

        Assert.Equal("test", book.Version);
        Assert.Equal([("memory", RuleState.Decide, 0), ("other", RuleState.Off, 7)], book.Rules.Select(rule => (rule.Name, rule.State, rule.Priority)));
        Assert.Equal(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), book.Rules[0].Expires);
        Assert.Equal(("the team", "a test", 2), (book.Rules[0].Owner, book.Rules[0].Reason, book.Rules[0].Examples.Count));
    }

    [Theory]
    [InlineData("stat", "'decide'", "rule 'memory': stat: there is no such field")]
    [InlineData("state", "'perhaps'", "rule 'memory': state is 'perhaps': it must be one of off, passive, suggest, decide")]
    [InlineData("state", "3", "rule 'memory': state: the value is not of the kind that is wanted there")]
    [InlineData("owner", "' '", "rule 'memory': owner is ' ': a text is required")]
    [InlineData("owner", null, "rule 'memory': missing required properties including: 'owner'")]
    [InlineData("reason", "'a\\u0007b'", "rule 'memory': reason is 'a\\u0007b': control characters are not allowed")]
    [InlineData("expires", "null", "rule 'memory': expires is null: a rule in state decide needs a day")]
    [InlineData("expires", "'soon'", "rule 'memory': expires: the value is not of the kind that is wanted there")]
    [InlineData("when", "{'codes': []}", "rule 'memory': when.codes is empty: leave it out, or say which")]
    [InlineData("when", "{'codes': [50660, -1]}", "rule 'memory': when.codes[1] is -1: lost work is not a failure that counts")]
    [InlineData("when", "{'codes': ['50660']}", "rule 'memory': when.codes[0]: the value is not of the kind that is wanted there")]
    [InlineData("when", "{'code': 50660}", "rule 'memory': when.code: there is no such field")]
    [InlineData("when", "{'categories': ['RAM']}", "rule 'memory': when.categories[0] is 'RAM': it must be one of MEM, FILE, TIME, SITE, OTHER")]
    [InlineData("when", "{'categories': [null]}", "rule 'memory': when.categories[0] is null: a text is required")]
    [InlineData("when", "{'shareAbove': 1}", "rule 'memory': when.shareAbove is 1: it must lie from 0 to below 1")]
    [InlineData("when", "{'sites': ['*_MIT']}", "rule 'memory': when.sites[0] is '*_MIT': a star may only stand at the end of the beginning of a name")]
    [InlineData("when", "{'from': '2019-02-01', 'until': '2019-02-01'}", "rule 'memory': when.until is 2019-02-01: it is not after when.from")]
    [InlineData("when", "{'attemptAtLeast': 2, 'attemptAtMost': 1}", "rule 'memory': when.attemptAtMost is 1: it must lie between 2 and 1000")]
    [InlineData("order", null, "rule 'memory': order is missing: a rule orders something, or says \"blocks\": true")]
    [InlineData("blocks", "true", "rule 'memory': order is given: a rule that blocks orders nothing")]
    [InlineData("order", "{'action': 'retry'}", "rule 'memory': order.action is 'retry': it must be one of acdc, clone, recovery, by-pass, force-complete, on-hold")]
    [InlineData("order", "{'action': 'acdc', 'splitting': '4x'}", "rule 'memory': order.splitting is '4x': it must be one of 2x, 3x, 10x, 20x, 50x, 100x, 200x, max")]
    [InlineData("order", "{'action': 'on-hold', 'splitting': '2x'}", "rule 'memory': order.action is 'on-hold': it takes neither memory nor splitting")]
    [InlineData("order", "{'action': 'clone', 'xrootd': 'enabled'}", "rule 'memory': order.xrootd is given: 'clone' does not take it")]
    [InlineData("order", "{'action': 'acdc', 'memoryLadderMbPerCore': [2000, 2000]}", "rule 'memory': order.memoryLadderMbPerCore does not ascend")]
    [InlineData("order", "{'action': 'acdc', 'addMemoryMb': 1, 'memoryLadderMbPerCore': [2000]}", "rule 'memory': order.addMemoryMb is given beside order.memoryLadderMbPerCore: one of them raises the memory")]
    [InlineData("order", "{'action': 'acdc', 'mostMemoryMbPerCore': 1}", "rule 'memory': order.mostMemoryMbPerCore is given, but nothing raises the memory")]
    public void What_is_wrong_is_said_by_rule_and_field(string field, string? json, string problem) =>
        Assert.Contains(problem, ProblemsOf(Rule(changes: (field, json))));

    [Fact]
    public void All_that_is_wrong_is_said_at_once() =>
        Assert.Equal(3, ProblemsOf(Rule("a", ("state", "'no'"), ("owner", "''")), Rule("b", ("when", "{'shareAbove': -1}"))).Count);

    [Theory]
    [InlineData("(?=lookahead)")]
    [InlineData("(a)\\\\1")]
    [InlineData("((a{900}){900}){900}")]
    [InlineData("(unfinished")]
    public void A_pattern_that_could_hang_or_means_nothing_is_refused(string pattern) =>
        Assert.StartsWith("rule 'memory': when.message is '", Assert.Single(ProblemsOf(Rule(changes: ("when", $"{{'message': '{pattern}'}}")))), StringComparison.Ordinal);

    [Fact]
    public void Two_rules_of_one_name_are_refused() => Assert.Contains("rule 'memory' is there 2 times", ProblemsOf(Rule(), Rule()));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"version\": \"1\"}")]
    [InlineData("{\"version\": \"1\", \"rules\": [null]}")]
    [InlineData("{\"version\": \"1\", \"rules\": [], \"rules\": []}")]
    [InlineData("{\"version\": \"1\", \"rules\": [],}")]
    [InlineData("{\"version\": \"1\", \"rules\": [{\"name\": 3}]}")]
    public void What_is_no_file_of_rules_is_refused_in_words(string text)
    {
        var refused = Assert.Throws<RulesRefusedException>(() => RuleBook.Parse(Encoding.UTF8.GetBytes(text)));

        Assert.DoesNotContain("WorkflowRecovery", Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.Contains(refused.Problems[0], refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_far_too_large_is_refused_unread() =>
        Assert.Contains("more than", Assert.Throws<RulesRefusedException>(() => RuleBook.Parse(new byte[2_000_000])).Problems[0], StringComparison.Ordinal);
}
