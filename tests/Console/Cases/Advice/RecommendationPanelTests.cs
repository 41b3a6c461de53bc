using Bunit;
using WorkflowRecovery.Console.Cases.Advice;
using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.Tests.Cases.Advice;

public sealed class RecommendationPanelTests : BunitContext
{
    [Fact]
    public void The_recommendation_is_shown_with_what_its_confidence_means_and_why_it_is_not_automatic()
    {
        var text = Text(Said.Case(Said.Memory()));

        Assert.Contains("ACDC, memory 4000 MB", text);
        Assert.Contains("in about 93.", text);
        Assert.Contains("Jobs ran out of memory.", text);
        Assert.Contains("weight +1.4", text);
        Assert.Contains("Why it is not automatic", text);
        Assert.Contains("The policy allows nothing automatic.", text);
        Assert.Contains("clone", text);
    }

    [Fact]
    public void A_blinded_case_says_why_and_nothing_of_what_is_thought_of_it()
    {
        var text = Text(Said.Case(Said.Blinded()));

        Assert.Contains("You decide this one without hearing from us.", text);
        Assert.DoesNotContain("4000", text);
        Assert.DoesNotContain("93", text);
    }

    [Fact]
    public void Once_answered_a_blinded_case_shows_what_would_have_been_said()
    {
        var text = Text(Said.Case(Said.Blinded(), unblinded: Said.Memory()));

        Assert.Contains("this is what would have been said", text);
        Assert.Contains("ACDC, memory 4000 MB", text);
    }

    [Fact]
    public void A_case_that_was_answered_does_not_say_that_it_waits()
    {
        Assert.Contains("review: Waits for an operator", Text(Said.Case(Said.Memory())));

        var text = Text(Said.Case(Said.Memory()) with { Answer = new("ada", Said.ReportedAt.AddHours(1)) });

        Assert.Contains("review: An operator was asked, and ada answered on 2026-03-04 06:06 UTC.", text);
        Assert.DoesNotContain("Waits for an operator", text);
    }

    [Fact]
    public void Hostile_reasons_are_text()
    {
        var said = Said.Memory() with { Reasons = [new Reason { Feature = "x", Contribution = 1, Text = "<img src=x onerror=alert(1)>" }], Disposition = "<script>" };

        var panel = Panel(Said.Case(said));

        Assert.Empty(panel.FindAll("img, script"));
        Assert.Contains("<img src=x onerror=alert(1)>", panel.Find(".reasons").TextContent);
    }

    [Fact]
    public void A_case_that_was_not_judged_says_so() => Assert.Contains("not judged yet", Text(Said.Case(said: null)));

    private string Text(TaskCase shown) => Panel(shown).Nodes.Aggregate("", (text, node) => text + node.TextContent);

    private IRenderedComponent<RecommendationPanel> Panel(TaskCase shown) =>
        Render<RecommendationPanel>(panel => panel.Add(one => one.Case, shown).Add(one => one.Rules, []));
}
