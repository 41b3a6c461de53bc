namespace WorkflowRecovery.Console.Queue;

/// <summary>One workflow in assistance with its tasks: a row of the queue.</summary>
public sealed class QueueWorkflow
{
    /// <summary>A request of this priority counts twice as much as one without.</summary>
    private const double PriorityUnit = 100_000;

    public QueueWorkflow(string name, IEnumerable<QueueCase> cases)
    {
        Name = name;
        Cases = [.. cases.OrderBy(task => task.Task, StringComparer.Ordinal)];
        ReportedAt = Cases.Max(task => task.ReportedAt);
        Priority = Cases.Max(task => task.Priority);
        Attempt = Cases.Max(task => task.Attempt);
        FailedJobs = Cases.Sum(task => task.FailedJobs);
        TotalJobs = Cases.Any(task => task.TotalJobs is null) ? null : Cases.Sum(task => task.TotalJobs);
        Codes = [.. Cases.SelectMany(task => task.Codes).GroupBy(count => count.Code, count => count.Count)
            .Select(code => new CodeCount(code.Key, code.Sum())).OrderByDescending(count => count.Count).ThenBy(count => count.Code)];
        SearchText = string.Join('\n', Cases.SelectMany(TextsOf).Prepend(name)).ToLowerInvariant();
    }

    public string Name { get; }

    /// <summary>Its tasks in order of their paths; at least one.</summary>
    public IReadOnlyList<QueueCase> Cases { get; }

    /// <summary>When the newest of its tasks was reported.</summary>
    public DateTimeOffset ReportedAt { get; }

    public long? Priority { get; }

    /// <summary>The highest of its tasks.</summary>
    public int? Attempt { get; }

    public long FailedJobs { get; }

    /// <summary>Null unless known of every task.</summary>
    public long? TotalJobs { get; }

    /// <summary>Failed jobs by error code over all tasks, most first.</summary>
    public IReadOnlyList<CodeCount> Codes { get; }

    public string? Campaign => Cases[0].Campaign;

    /// <summary>What it costs to leave it where it is: failed jobs, each counted 1 + priority / 100,000 times.</summary>
    public double Cost => FailedJobs * (1 + (Priority ?? 0) / PriorityUnit);

    /// <summary>All that free text is looked for in, in lower case.</summary>
    internal string SearchText { get; }

    /// <summary>The state of the task that is furthest from being done.</summary>
    public QueueState StateAt(DateTimeOffset now) => Cases.Min(task => QueueStates.Of(task, now));

    private static IEnumerable<string> TextsOf(QueueCase task) =>
        ((string?[])[task.TaskName, task.Campaign, task.RequestType, task.TaskType, task.Status, task.Why]).OfType<string>();
}
