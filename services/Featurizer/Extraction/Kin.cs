using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Featurizer.Extraction;

/// <summary>A task among those of its workflow and its family: what <see cref="Surroundings"/> say of them, for one task that just arrived.</summary>
/// <param name="task">The task itself.</param>
/// <param name="known">Those of its family and workflow, reported no later than itself and in any order; itself may be among them.</param>
internal sealed class Kin(KnownTask task, IReadOnlyList<KnownTask> known)
{
    private readonly ILookup<DateTimeOffset, KnownTask> _own = ReportsOf([.. known.Where(other => other.Workflow == task.Workflow && other.Arrival != task.Arrival), task]);

    /// <summary>When the report began that the task belongs to.</summary>
    public DateTimeOffset ReportAt => _own.Single(report => report.Contains(task)).Key;

    /// <summary>The tasks of its report that arrived before it.</summary>
    /// <param name="mainCode">The code that the task has most of; null without errors.</param>
    public SiblingsBefore Siblings(int? mainCode)
    {
        var before = _own[ReportAt].Where(other => other.Arrival < task.Arrival).ToList();
        long[] errors = [.. task.Errors.Select((own, category) => own + before.Sum(other => other.Errors[category]))];
        return new(
            before.Count,
            before.Count(other => other.Codes.Length > 0),
            before.Sum(other => other.Errors.Sum()),
            before.Count(other => other.Codes.Contains(Learning.Examples.Siblings.TooMuchMemory)),
            mainCode is { } code ? before.Count(other => other.Codes.Contains(code)) : 0,
            Learning.Examples.Siblings.SharesOf(errors));
    }

    /// <summary>When the reports of the family began that are earlier than the task's.</summary>
    public IReadOnlyList<DateTimeOffset> EarlierReports() =>
        [.. known.GroupBy(other => other.Workflow).SelectMany(workflow => ReportsOf([.. workflow])).Select(report => report.Key).Where(at => at < ReportAt)];

    private static ILookup<DateTimeOffset, KnownTask> ReportsOf(IReadOnlyList<KnownTask> workflow)
    {
        List<KnownTask> inTime = [.. workflow.OrderBy(task => task.ReportedAt)];
        return inTime.Zip(Surroundings.ReportsOf(inTime.Select(task => task.ReportedAt))).ToLookup(task => task.Second, task => task.First);
    }
}
