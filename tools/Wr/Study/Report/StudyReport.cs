using WorkflowRecovery.Wr.Study.Charts.Pages;

namespace WorkflowRecovery.Wr.Study.Report;

/// <summary>The study as one page: what was compared, the numbers, and the figures of the talk.</summary>
internal static class StudyReport
{
    public static HtmlReport Of(StudyResult result) => new(
        "Workflow recovery: every approach of the talk, and ours",
        [
            $"{result.Source.Tasks.Count} recorded actions with errors from {result.Source.Name}, {result.Source.Tasks[0].Report.ReportedAt:yyyy-MM-dd} to {result.Source.Tasks[^1].Report.ReportedAt:yyyy-MM-dd}; "
                + $"{StudyWords.SeedsOf(result.Options)}; {(result.Options.Quick ? "a quick look at a sample of the families. " : "")}\"The talk\" is \"Automation of CMS workflow recovery\" (Bakhshiansohi, Krücker, 2nd Round Table on Machine and Deep Learning at DESY).",
            "Three tenths of the tasks are judged on and kept from all learning. By record, any task may fall on any side: siblings of one workflow share their order, so such numbers flatter; it is how the talk split. "
                + "By time and workflow, only what came before is learned from, and families are kept whole: that is what a model meets in use, and what ours is judged by.",
        ],
        [
            new("In short", [.. InShort(result)]),
            .. ActionFigures.Of(result),
            .. ApproachFigures.Of(result),
            .. DecidingFigures.Of(result),
            .. RuleFigures.Of(result),
            .. SearchFigures.Of(result),
            .. ConfusionFigures.Of(result),
            .. PictureFigures.Of(result),
            new("All numbers", [NumberTable.Of(result.Rows)]),
            .. LeftOut(result.Skipped),
        ]);

    private static IEnumerable<ReportSection> LeftOut(IReadOnlyList<Skipped> skipped)
    {
        if (skipped.Count > 0)
        {
            yield return new(
                "Left out",
                [new TableBlock("What was asked for and could not be tried on these tasks.", [.. SkippedCells.Headings.Select(heading => new TableColumn(heading))], [.. skipped.Select(SkippedCells.Of)])]);
        }
    }

    private static IEnumerable<ReportBlock> InShort(StudyResult result)
    {
        yield return new ListBlock([.. StudyWords.Of(result)]);
        if (result.Comparisons.Count > 0)
        {
            yield return new TableBlock(
                "Ours against the talk's best, by time and workflow. The interval is over families drawn anew, the spread over seeds; of log-loss and calibration error the lower is the better.",
                [.. ComparisonCells.Headings.Select(heading => new TableColumn(heading))],
                [.. result.Comparisons.Select(comparison => (IReadOnlyList<string>)ComparisonCells.Of(comparison))]);
        }
    }
}
