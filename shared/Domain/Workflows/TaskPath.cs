namespace WorkflowRecovery.Domain.Workflows;

/// <summary>The path of a task: <c>/workflow/task[/task…]</c>.</summary>
public static class TaskPath
{
    /// <summary>The workflow of a task path: its first segment.</summary>
    /// <exception cref="FormatException">The path does not begin with <c>/workflow/task</c>.</exception>
    public static string WorkflowOf(string task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var end = task.StartsWith('/') ? task.IndexOf('/', 1) : -1;
        return end > 1 && end < task.Length - 1
            ? task[1..end]
            : throw new FormatException($"'{task}' is not a task path /workflow/task");
    }
}
