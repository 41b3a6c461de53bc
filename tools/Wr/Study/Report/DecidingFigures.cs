using WorkflowRecovery.Wr.Study.Charts;
using WorkflowRecovery.Wr.Study.Charts.Pages;
using WorkflowRecovery.Wr.Study.Deciding;

namespace WorkflowRecovery.Wr.Study.Report;

/// <summary>How many later workflows could be decided without an operator.</summary>
internal static class DecidingFigures
{
    private const int CurvePoints = 400;
    private const double FewestShown = 0.02;

    private const string Caption = "A workflow is decided when all its tasks are, as surely as the least sure of them, and rightly when action, memory bin and splitting bin of all of them are as ordered. "
        + "On simulated records the oracle knows how they were simulated: nobody can do better than it, but by chance.";

    public static IEnumerable<ReportSection> Of(StudyResult result)
    {
        var deciders = result.Deciding.Deciders;
        if (deciders.Count == 0)
            yield break;

        yield return new("Deciding whole workflows",
        [
            new ChartBlock(CurvesOf(deciders), Caption),
            new TableBlock(
                $"Share of {deciders[0].Agreement.Workflows.Count} later workflows that can be decided at an agreement, with 95 % intervals over families drawn anew.",
                [.. DecidingCells.Headings.Select(heading => new TableColumn(heading))],
                [.. deciders.Select(decider => (IReadOnlyList<string>)DecidingCells.Of(decider))]),
        ]);
    }

    private static LineChart CurvesOf(IReadOnlyList<Decider> deciders) => new(
        "Agreement against share of workflows decided, by time and workflow",
        new Axis("share of workflows decided, the surest first") { From = 0, To = 1, Percent = true },
        new Axis("agreement with the operators") { To = 1, Percent = true },
        [.. deciders.Select(decider => new Series(decider.Name, [.. decider.Agreement.Curve.Points(CurvePoints).Where(point => point.Coverage > FewestShown).Select(point => new Point(point.Coverage, 1 - point.Error))]))]);
}
