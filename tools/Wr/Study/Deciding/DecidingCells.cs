using Spectre.Console;
using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.Wr.Study.Deciding;

/// <summary>The shares as a table, for terminal and report alike.</summary>
internal static class DecidingCells
{
    public static IReadOnlyList<string> Headings { get; } =
        ["who decides", "view", .. WorkflowAgreement.Levels.Select(level => $"at {100 * level:0} %"), "all decided", $"at {100 * Decider.RatioLevel:0} % over the oracle's"];

    public static string[] Of(Decider decider) =>
    [
        decider.Approach, decider.View, .. decider.Shares.Select(share => Number(share.Share)), $"{100 * decider.Agreement.Right:0.0} % right",
        decider.OverOracle is { } ratio ? Number(ratio) : "-",
    ];

    public static Table Table(IEnumerable<Decider> deciders)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns([.. Headings]);
        foreach (var decider in deciders)
            table.AddRow([.. Of(decider).Select(cell => Markup.Escape(SafeText.Of(cell)))]);
        return table;
    }

    private static string Number(BootstrapInterval interval) =>
        $"{StudyTable.Number(interval.Estimate)} ({StudyTable.Number(interval.Low)} to {StudyTable.Number(interval.High)})";
}
