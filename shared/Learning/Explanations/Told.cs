using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Explanations;

/// <summary>
/// Which columns of the <see cref="ExtrasView"/> hold something that a task's report said: those that it left open are
/// filled with what is usual, which is no reason for anything.
/// </summary>
internal static class Told
{
    /// <param name="column">Without the name of the view.</param>
    /// <param name="task">The task.</param>
    public static bool Holds(string column, ReportedTask task) => !column.EndsWith("/known", StringComparison.Ordinal) && column.Split('/')[0] switch
    {
        "jobs" => task.TotalJobs is not null,
        "memory-gb" => task.MemoryMb is not null && (task.Cores is not null || column == "memory-gb"),
        "cores" => task.Cores is not null,
        "age-days" => WorkflowName.Parse(task.Workflow).CreatedAt is not null,
        "requestor" => WorkflowName.Parse(task.Workflow).Requestor is not null,
        "campaign" => Campaign(task) is not null,
        "around" => task.Around is { Week.Tasks: > 0 },
        "siblings" or "workflow" or "family" => task.Around is not null,
        _ => true,
    };

    /// <summary>The campaign as told, else as the workflow's name tells it.</summary>
    public static string? Campaign(ReportedTask task) =>
        (task.Campaign ?? WorkflowName.Parse(task.Workflow).Campaign) is { Length: > 0 } campaign ? campaign : null;
}
