using Spectre.Console;
using WorkflowRecovery.ServiceDefaults.Display;

namespace WorkflowRecovery.Wr.Study;

/// <summary>The comparison for a person at a terminal.</summary>
internal static class StudyTable
{
    /// <summary>Of every experiment the metrics that the talk gives, or else the first; the others are in the JSON.</summary>
    public static Table Of(IEnumerable<StudyRow> rows)
    {
        var table = new Table { Border = TableBorder.Simple }.AddColumns("row", "approach", "view", "target", "split", "metric", "talk", "ours", "constant", "train s", "records");
        foreach (var experiment in rows.GroupBy(row => (row.Row, row.Approach, row.View, row.Target, row.Split)))
        {
            foreach (var row in Shown([.. experiment]))
                table.AddRow([.. Cells(row).Select(cell => Markup.Escape(SafeText.Of(cell)))]);
        }

        return table;
    }

    /// <summary>A number to three places; a dash where there is none.</summary>
    public static string Number(double? value) => value is { } number ? $"{number:0.000}" : "-";

    private static IEnumerable<StudyRow> Shown(IReadOnlyList<StudyRow> rows) =>
        rows.Any(row => row.Talk is not null) ? rows.Where((row, at) => at == 0 || row.Talk is not null) : rows.Take(1);

    private static string[] Cells(StudyRow row) =>
    [
        $"{row.Row}", row.Approach, row.View, row.Target, row.Split, row.Metric, Number(row.Talk),
        row.Spread is { } spread ? $"{Number(row.Mean)} ± {spread:0.000}" : Number(row.Mean),
        Number(row.ConstantAnswer), $"{row.TrainSeconds:0.0}", $"{row.Records}",
    ];
}
