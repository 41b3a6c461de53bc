using System.Diagnostics;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Text;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Wr.Live;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>All views of a whole history, with what they need to know of it first.</summary>
internal static class ViewsBench
{
    private const int Runs = 3;
    private const double TargetSeconds = 2;

    private static readonly ITaskView[] Views =
    [
        new SummedView(), new TierView(), new PlainTierView(), .. Enum.GetValues<GroupWeighting>().Select(weighting => new GroupedView(weighting)),
        new FullView(), new ImageView(CodeSorting.ByCategory), new ExtrasView(),
    ];

    /// <summary>The median of some runs after one to warm up.</summary>
    public static Measure Run(IReadOnlyList<ReportedTask> tasks)
    {
        var vocabulary = Vocabulary.Of(tasks);
        var seconds = Enumerable.Range(0, Runs + 1).Select(_ => SecondsOf(tasks, vocabulary)).Skip(1).ToList();
        return new Measure($"all {Views.Length + 1} views of {tasks.Count} tasks", Math.Round(Percentile.Of(seconds, 0.5), 2), "s", TargetSeconds);
    }

    private static double SecondsOf(IReadOnlyList<ReportedTask> tasks, Vocabulary vocabulary)
    {
        var watch = Stopwatch.StartNew();
        var around = Surroundings.Of(tasks);
        ITaskView[] views = [.. Views, new LogView(vocabulary)];
        for (var at = 0; at < tasks.Count; at++)
        {
            var task = tasks[at] with { Around = around[at] };
            foreach (var view in views)
                view.Of(task);
        }

        return watch.Elapsed.TotalSeconds;
    }
}
