using System.Diagnostics;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Text;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Wr.Live;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>All views of a whole history, with the surroundings of its tasks.</summary>
internal static class ViewsBench
{
    private const int Runs = 5;
    private const double TargetSeconds = 2;

    /// <summary>The median of some runs after one to warm up; work and floor take turns.</summary>
    public static Measure Run(IReadOnlyList<ReportedTask> tasks)
    {
        var views = Views(tasks);
        var (ours, floor) = (new List<double>(), new List<double>());
        for (var run = 0; run <= Runs; run++)
        {
            ours.Add(SecondsOf(() => Look(tasks, views)));
            floor.Add(SecondsOf(() => Sum(tasks)));
        }

        return new Measure(
            $"all {views.Count} views of {tasks.Count} tasks", Median(ours), "s", TargetSeconds, Median(floor), "each matrix summed once by code and site in a dictionary");
    }

    private static IReadOnlyList<ITaskView> Views(IReadOnlyList<ReportedTask> tasks) =>
    [
        new SummedView(), new TierView(), new PlainTierView(), .. Enum.GetValues<GroupWeighting>().Select(weighting => new GroupedView(weighting)),
        new FullView(), new ImageView(CodeSorting.ByCategory), new ExtrasView(), new LogView(Vocabulary.Of(tasks)),
    ];

    private static void Look(IReadOnlyList<ReportedTask> tasks, IReadOnlyList<ITaskView> views)
    {
        var around = Surroundings.Of(tasks);
        for (var at = 0; at < tasks.Count; at++)
        {
            var task = tasks[at] with { Around = around[at] };
            foreach (var view in views)
                view.Of(task);
        }
    }

    private static void Sum(IReadOnlyList<ReportedTask> tasks)
    {
        foreach (var task in tasks)
        {
            var sums = new Dictionary<(int Code, string Site), long>();
            foreach (var cell in task.Matrix.Cells)
                sums[(cell.Code, cell.Site)] = sums.GetValueOrDefault((cell.Code, cell.Site)) + cell.Count;
        }
    }

    private static double SecondsOf(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed.TotalSeconds;
    }

    private static double Median(IEnumerable<double> seconds) => Math.Round(Percentile.Of([.. seconds.Skip(1)], 0.5), 3);
}
