using WorkflowRecovery.Wr.Study.Charts.Pages;

namespace WorkflowRecovery.Wr.Study.Report;

/// <summary>All numbers, each beside that of the talk and that of the constant answer.</summary>
internal static class NumberTable
{
    private static readonly TableColumn[] Columns =
    [
        new("row", Align.Right), new("approach"), new("view"), new("target"), new("split"), new("metric"), new("talk", Align.Right), new("ours", Align.Right),
        new("spread", Align.Right), new("constant answer", Align.Right), new("train s", Align.Right), new("records", Align.Right),
    ];

    public static TableBlock Of(IReadOnlyList<StudyRow> rows) => new(
        "Row 1 to 14: number of the talk's result; 0: ours beyond the talk. Spread: standard deviation over seeds.",
        Columns,
        [.. rows.Select(row => (IReadOnlyList<string>)
        [
            $"{row.Row}", row.Approach, row.View, row.Target, row.Split, row.Metric, StudyTable.Number(row.Talk), StudyTable.Number(row.Mean),
            StudyTable.Number(row.Spread), StudyTable.Number(row.ConstantAnswer), $"{row.TrainSeconds:0.0}", $"{row.Records}",
        ])]);
}
