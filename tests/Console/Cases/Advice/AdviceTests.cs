using System.Text;
using WorkflowRecovery.Console.Cases.Advice;
using WorkflowRecovery.Console.Tests.Cases.Matrix;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Shipped;

namespace WorkflowRecovery.Console.Tests.Cases.Advice;

public sealed class AdviceTests
{
    [Theory]
    [InlineData(0.934, "93 %", "Of 100 cases with this confidence, operators order exactly this in about 93.")]
    [InlineData(0.9999, "over 99 %", "Of 100 cases with this confidence, operators order exactly this in more than 99.")]
    [InlineData(0.002, "under 1 %", "Of 100 cases with this confidence, operators order exactly this in fewer than 1.")]
    public void A_confidence_is_said_as_cases_and_never_as_certainty(double confidence, string percent, string sentence) =>
        Assert.Equal((percent, sentence), (ConfidenceText.Percent(confidence), ConfidenceText.Of(confidence)));

    [Fact]
    public void What_models_weighed_is_told_apart_from_what_holds_it_back()
    {
        var lines = ReasonLines.Of(Said.Memory().Reasons);

        Assert.Equal(["Jobs ran out of memory.", "Few sites took part."], lines.Weighed.Select(reason => reason.Text));
        Assert.Equal(["The policy allows nothing automatic."], lines.HeldBack.Select(reason => reason.Text));
        Assert.Equal([1, 0.5], lines.Weighed.Select(lines.ShareOf));
    }

    [Fact]
    public void Parameters_stand_beside_those_proposed()
    {
        var lines = ChangeLine.Of(Said.Reported(), Said.Memory());

        Assert.Equal(new ChangeLine("Memory of a job", "2000 MB", "4000 MB (2 times)", IsChange: true), lines[0]);
        Assert.Equal(new ChangeLine("Splitting", "EventAwareLumiBased", "as it is", IsChange: false), lines[2]);
    }

    [Fact]
    public void Each_code_has_its_procedure_or_says_that_there_is_none()
    {
        var lines = ProcedureLine.Of(Cells.Of((50660, "T1_A", Readiness.Green, 5), (139, "T1_A", Readiness.Green, 50), (-1, "T1_A", Readiness.Green, 500)));

        Assert.Equal([139, 50660, -1], lines.Select(line => line.Code));
        Assert.Equal([null, "ACDC with more memory.", null], lines.Select(line => line.Procedure));
    }

    [Fact]
    public void Rules_that_took_part_and_rules_that_would_fire_are_told_apart()
    {
        var task = Said.Case(Said.Memory(), matrix: Cells.Of((50660, "T1_US_FNAL", Readiness.Green, 100)));
        var firing = RuleLines.Of(ShippedRules.Book, task, Said.Memory() with { Rules = [] }, Said.ReportedAt).ToList();

        Assert.NotEmpty(firing);
        Assert.All(firing, rule => Assert.False(rule.Took));
        Assert.Contains(RuleLines.Of(ShippedRules.Book, task, Said.Memory() with { Rules = [firing[0].Name, "gone (decide)"] }, Said.ReportedAt), rule => rule.Took && rule.Text == firing[0].Text);
        Assert.Contains(RuleLines.Of(ShippedRules.Book, task, Said.Memory() with { Rules = ["gone (decide)"] }, Said.ReportedAt), rule => rule is { Took: true, Name: "gone (decide)" });
    }

    [Fact]
    public void A_rule_sees_no_more_of_the_logs_than_the_scorer_does()
    {
        var book = RuleBook.Parse(Encoding.UTF8.GetBytes(
            """
            {"version": "test", "rules": [{"name": "stager", "state": "passive", "owner": "a", "reason": "a test", "expires": null,
             "when": {"codes": [50660], "message": "stager"}, "blocks": true, "examples": [
             {"task": {"errors": [{"code": 50660, "site": "T2_US_MIT", "count": 1}], "logs": [{"code": 50660, "site": "T2_US_MIT", "text": "stager"}]}, "fires": true},
             {"task": {"errors": []}, "fires": false}]}]}
            """));
        var task = Said.Case(Said.Memory(), matrix: Cells.Of((50660, "T1_US_FNAL", Readiness.Green, 100)));
        var others = Enumerable.Range(0, LogExcerpts.Most).Select(code => Log(code, "something else")).ToList();

        Assert.Single(Fired(Log(50660, "something else"), Log(50660, "stager")));
        // Of so many codes the scorer gets but one excerpt each.
        Assert.Empty(Fired([Log(50660, "something else"), Log(50660, "stager"), .. others]));

        static LogExcerpt Log(int code, string text) => new() { Code = code, Site = "T1_US_FNAL", Text = text };

        IReadOnlyList<RuleLine> Fired(params LogExcerpt[] logs) => RuleLines.Of(
            book, task with { Reported = task.Reported with { Logs = logs } }, Said.Memory() with { Rules = [] }, Said.ReportedAt);
    }
}
