using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Learning.Examples;

/// <summary>The tasks of one workflow that were reported together, by time and then by task path.</summary>
internal sealed record WorkflowReport(string Family, DateTimeOffset At, IReadOnlyList<TaskInReport> Tasks)
{
    /// <summary>All reports in the order of time.</summary>
    public static List<WorkflowReport> Of(IReadOnlyList<ReportedTask> tasks)
    {
        var reports = new List<WorkflowReport>();
        foreach (var workflow in tasks.Index().GroupBy(task => task.Item.Workflow))
        {
            var name = WorkflowName.Parse(workflow.Key);
            List<TaskInReport> inTime = [.. workflow
                .OrderBy(task => task.Item.ReportedAt)
                .ThenBy(task => task.Item.Task, StringComparer.Ordinal)
                .Select(task => new TaskInReport(task.Index, task.Item, name))];
            var starts = Surroundings.ReportsOf(inTime.Select(task => task.ReportedAt));
            reports.AddRange(inTime.Zip(starts).GroupBy(task => task.Second, task => task.First, (at, together) => new WorkflowReport(name.Family, at, [.. together])));
        }

        reports.Sort((one, other) => one.At.CompareTo(other.At));
        return reports;
    }
}

/// <summary>One task of a report, with what is compared between tasks.</summary>
internal sealed class TaskInReport(int index, ReportedTask task, WorkflowName name)
{
    /// <summary>Place among the tasks asked about.</summary>
    public int Index { get; } = index;

    public string Workflow { get; } = task.Workflow;

    public string? Campaign { get; } = task.Campaign ?? name.Campaign;

    public DateTimeOffset ReportedAt { get; } = task.ReportedAt;

    public TaskErrors Errors { get; } = TaskErrors.Of(task.Matrix);
}
