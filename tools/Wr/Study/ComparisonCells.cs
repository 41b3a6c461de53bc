using Spectre.Console;
using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.Wr.Study;

/// <summary>Ours against the talk's best as a table, for terminal and report alike.</summary>
internal static class ComparisonCells
{
    public static IReadOnlyList<string> Headings { get; } = ["target", "metric", "ours", "the talk's best", "difference", "95 % interval", "spread", "ours is better"];

    public static string[] Of(Comparison comparison) =>
    [
        comparison.Target, comparison.Metric, $"{comparison.Ours:0.000} ({comparison.OursName})", $"{comparison.Talk:0.000} ({comparison.TalkName})",
        Signed(comparison.Difference), $"{Signed(comparison.Low)} to {Signed(comparison.High)}", StudyTable.Number(comparison.Spread), comparison.IsBetter ? "by more than chance" : "not clearly",
    ];

    public static Table Table(IEnumerable<Comparison> comparisons)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns([.. Headings]);
        foreach (var comparison in comparisons)
            table.AddRow([.. Of(comparison).Select(cell => Markup.Escape(SafeText.Of(cell)))]);
        return table;
    }

    private static string Signed(double? value) => value is { } number ? $"{number:+0.000;-0.000;0.000}" : "-";
}
