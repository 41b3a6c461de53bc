using System.Diagnostics.CodeAnalysis;

namespace WorkflowRecovery.Domain.Workflows;

/// <summary>The path of a task: <c>/workflow/task[/task…]</c>.</summary>
public static class TaskPath
{
    /// <summary>The workflow of a task path: its first segment.</summary>
    /// <exception cref="FormatException">The path does not begin with <c>/workflow/task</c>.</exception>
    public static string WorkflowOf(string task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return TryWorkflowOf(task, out var workflow)
            ? workflow
            : throw new FormatException($"'{task}' is not a task path /workflow/task");
    }

    /// <summary>The workflow of a task path; false when it does not begin with <c>/workflow/task</c>.</summary>
    public static bool TryWorkflowOf([NotNullWhen(true)] string? task, [NotNullWhen(true)] out string? workflow)
    {
        var end = task is not null && task.StartsWith('/') ? task.IndexOf('/', 1) : -1;
        workflow = end > 1 && end < task!.Length - 1 ? task[1..end] : null;
        return workflow is not null;
    }
}
