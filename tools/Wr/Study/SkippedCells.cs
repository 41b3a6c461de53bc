using Spectre.Console;
using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.Wr.Study;

/// <summary>What was left out as a table, for terminal and report alike.</summary>
internal static class SkippedCells
{
    public static IReadOnlyList<string> Headings { get; } = ["row", "approach", "view", "target", "split", "left out because"];

    public static string[] Of(Skipped skipped) => [$"{skipped.Row}", skipped.Approach, skipped.View, skipped.Target, skipped.Split, skipped.Reason];

    public static Table Table(IEnumerable<Skipped> skipped)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns([.. Headings]);
        foreach (var one in skipped)
            table.AddRow([.. Of(one).Select(cell => Markup.Escape(SafeText.Of(cell)))]);
        return table;
    }
}
