using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Inventory;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Wr.Study.Charts;
using WorkflowRecovery.Wr.Study.Charts.Pages;

namespace WorkflowRecovery.Wr.Study.Report;

/// <summary>Row 1: the action table, and the dominant error against the site's state, the memory setting and the action.</summary>
internal static class ActionFigures
{
    public static IEnumerable<ReportSection> Of(StudyResult result)
    {
        if (!result.Options.Wants(1))
            yield break;

        var tasks = result.Source.Tasks;
        var rates = result.Rows.Where(row => row is { Row: 1, Metric: "rate" }).ToList();
        yield return new("What operators order", [new ChartBlock(RatesOf(rates), "The constant answer \"plain ACDC\" is right as often as the first bar is long: what any accuracy must be read against.")]);
        yield return new("Dominant errors",
        [
            new ChartBlock(GoodAgainstBad(tasks), "Dominant error at good sites against that at bad sites, by number of tasks. \"none\": no errors at such sites."),
            new ChartBlock(Stacked("Dominant error by memory setting", tasks, MemoryOf), "Memory orders answer memory errors."),
            new ChartBlock(Stacked("Dominant error by action", tasks, task => task.Action.Kind.ToName()), "ACDC and clone look alike."),
        ]);
    }

    private static BarChart RatesOf(IReadOnlyList<StudyRow> rates) => new(
        "The action table: rate of each row",
        new Axis("rate") { Logarithmic = true, Percent = true, From = 0.001, To = 1 },
        [.. rates.Select(row => row.Target)],
        [new BarGroup("these records", [.. rates.Select(row => new Measured(row.Mean))])])
    {
        Mark = new BarMark("the talk", [.. rates.Select(row => row.Talk)]),
        Decimals = 4,
    };

    private static HeatMap GoodAgainstBad(IReadOnlyList<RecordedTask> tasks) => new(
        "Dominant error at good x bad sites",
        "at good sites",
        DominantError.Names,
        "at bad sites",
        DominantError.Names,
        new Axis("tasks") { Logarithmic = true, From = 1 },
        [.. DominantError.GoodAgainstBad(tasks).Select(row => (IReadOnlyList<double?>)[.. row.Select(count => (double?)count)])])
    {
        Decimals = 0,
    };

    private static StackedBars Stacked(string title, IReadOnlyList<RecordedTask> tasks, Func<RecordedTask, string?> groupOf)
    {
        var groups = DominantError.By(tasks, groupOf);
        return new(
            title,
            "share of tasks",
            [.. groups.Select(group => group.Group)],
            [.. DominantError.Names.Select((name, at) => new StackedPart(name, [.. groups.Select(group => (double?)Math.Round(group.Shares[at] * group.Tasks))]))]);
    }

    private static string? MemoryOf(RecordedTask task) => task.Action.Kind != RecoveryActionKind.Acdc || !task.ParametersGiven
        ? null
        : MemoryBins.Of(task.Action.MemoryMb) switch { 0 => "not set", 1 => "set, below 10 GB", 2 => "set, 10 to 20 GB", _ => "set, 20 GB and more" };
}
