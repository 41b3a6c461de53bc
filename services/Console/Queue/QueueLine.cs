namespace WorkflowRecovery.Console.Queue;

/// <summary>A line of the table: a workflow, or one of its tasks below it.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Task">The task; null on the workflow's own line.</param>
internal sealed record QueueLine(QueueWorkflow Workflow, QueueCase? Task)
{
    /// <summary>What the line stays the same by when the queue changes.</summary>
    public string Key => Task?.Task ?? Workflow.Name;

    /// <summary>The lines of workflows, with the tasks of those that are expanded.</summary>
    public static List<QueueLine> Of(IEnumerable<QueueWorkflow> workflows, IReadOnlySet<string> expanded)
    {
        var lines = new List<QueueLine>();
        foreach (var workflow in workflows)
        {
            lines.Add(new(workflow, null));
            if (expanded.Contains(workflow.Name))
                lines.AddRange(workflow.Cases.Select(task => new QueueLine(workflow, task)));
        }

        return lines;
    }
}
