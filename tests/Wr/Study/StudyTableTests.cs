using Spectre.Console;
using Spectre.Console.Rendering;
using WorkflowRecovery.Wr.Study;

namespace WorkflowRecovery.Wr.Tests.Study;

public sealed class StudyTableTests
{
    [Fact]
    public void Of_an_experiment_the_first_number_is_shown_and_those_that_the_talk_gives()
    {
        var text = Text(StudyTable.Of([Made.Row(metric: "AUROC"), Made.Row(metric: "accuracy", talk: 0.9), Made.Row(metric: "log-loss")]));

        Assert.Contains("AUROC", text);
        Assert.Contains("accuracy", text);
        Assert.DoesNotContain("log-loss", text);
    }

    [Fact]
    public void Where_the_talk_gives_no_number_the_first_one_is_enough()
    {
        var text = Text(StudyTable.Of([Made.Row(metric: "AUROC"), Made.Row(metric: "accuracy")]));

        Assert.DoesNotContain("accuracy", text);
    }

    [Fact]
    public void A_number_stands_with_its_spread_and_beside_the_talks_and_the_constant_answers()
    {
        var text = Text(StudyTable.Of([Made.Row(talk: 0.8, mean: 0.8126, spread: 0.0051)]));

        Assert.Matches("0\\.800 +0\\.813 ± 0\\.005 +0\\.250 +1\\.5 +100", text);
    }

    [Fact]
    public void What_does_not_exist_is_a_dash()
    {
        Assert.Equal("-", StudyTable.Number(null));
        Assert.Equal("0.667", StudyTable.Number(2.0 / 3));
    }

    [Fact]
    public void A_name_from_a_file_can_neither_colour_nor_move_anything()
    {
        var text = Text(StudyTable.Of([Made.Row(approach: "[red]x[/]\u001b[2J")]), Text(SkippedCells.Table([new(2, "[bold]y[/]\u001b[2J", "v", "t", "s", "r")])));

        Assert.Contains("[red]x[/]\\u001B[2J", text);
        Assert.Contains("[bold]y[/]\\u001B[2J", text);
        Assert.DoesNotContain('\u001b', text);
    }

    [Fact]
    public void What_was_left_out_says_why()
    {
        var text = Text(SkippedCells.Table([new(10, "network on words", "logs", "a question", "by time", "there are no logs")]));

        Assert.Matches("left out because", text);
        Assert.Matches("10 +network on words +logs +a question +by time +there are no logs", text);
    }

    [Fact]
    public void A_comparison_says_which_side_is_better_and_by_how_much()
    {
        var better = new Comparison("a question", "by time", Metrics.Auroc, "trees", 0.9, "network", 0.85, 0.03, 0.07, 0.001);

        Assert.Equal(["a question", "AUROC", "0.900 (trees)", "0.850 (network)", "+0.050", "+0.030 to +0.070", "0.001", "by more than chance"], ComparisonCells.Of(better));
        Assert.Equal("not clearly", ComparisonCells.Of(better with { Low = -0.01 })[^1]);
        Assert.Equal("- to -", ComparisonCells.Of(better with { Low = null, High = null })[5]);
        Assert.Contains("by more than chance", Text(ComparisonCells.Table([better])));
    }

    private static string Text(IRenderable table, string before = "")
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 250;
        console.Write(table);
        return before + writer;
    }
}
