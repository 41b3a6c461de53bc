using WorkflowRecovery.Learning.Evaluation;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Wr.Study;

/// <summary>The three ways to part the tasks.</summary>
internal enum SplitKind
{
    /// <summary>The talk's; it leaks, because siblings share their order.</summary>
    Random,

    /// <summary>Whole families to one side.</summary>
    Workflow,

    /// <summary>Learn from the past, be judged on later families: the honest one.</summary>
    Time,
}

/// <summary>Makes the splits.</summary>
internal static class StudySplits
{
    /// <summary>Three tenths are judged on; of the rest, part is watched to stop, choose and calibrate by.</summary>
    private static readonly SplitShares Shares = new(Calibrate: 0.15, Test: 0.3);

    public static string NameOf(SplitKind kind) => kind switch
    {
        SplitKind.Random => Splits.RandomByRecord,
        SplitKind.Workflow => Splits.ByWorkflow,
        _ => Splits.ByTimeAndWorkflow,
    };

    /// <summary>The split of a seed; the one by time is the same for all.</summary>
    public static Split Of(SplitKind kind, IReadOnlyList<RecordedTask> tasks, int seed) => kind switch
    {
        SplitKind.Random => Splits.Random(tasks.Count, Shares, seed),
        SplitKind.Workflow => Splits.ByGroup([.. tasks.Select(task => task.Family)], Shares, seed),
        _ => Splits.ByTimeAndGroup([.. tasks.Select(task => task.Report.ReportedAt)], [.. tasks.Select(task => task.Family)], Shares),
    };
}
