using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Wr.Live;

namespace WorkflowRecovery.Wr.Queue;

/// <summary>A workflow in assistance with its tasks, as the console's queue and its REST API tell of it.</summary>
internal sealed record QueuedWorkflow(
    string Workflow, string State, DateTimeOffset ReportedAt, string? Campaign, long? Priority, int? Attempt, long FailedJobs, long? TotalJobs,
    IReadOnlyList<QueuedCase> Cases)
{
    /// <summary>The newest first.</summary>
    public static IReadOnlyList<QueuedWorkflow> Of(IEnumerable<QueuedTask> tasks, DateTimeOffset now) =>
    [
        .. tasks.GroupBy(task => task.Workflow)
            .Select(workflow => Of(workflow.Key, [.. workflow.OrderBy(task => task.Task, StringComparer.Ordinal)], now))
            .OrderByDescending(workflow => workflow.ReportedAt).ThenBy(workflow => workflow.Workflow, StringComparer.Ordinal),
    ];

    private static QueuedWorkflow Of(string name, List<QueuedTask> tasks, DateTimeOffset now) => new(
        name,
        QueueState.Of(tasks, now),
        tasks.Max(task => task.ReportedAt),
        tasks[0].Campaign,
        tasks.Max(task => task.Priority),
        tasks.Max(task => task.Attempt),
        tasks.Sum(task => task.FailedJobs),
        tasks.TrueForAll(task => task.TotalJobs is not null) ? tasks.Sum(task => task.TotalJobs) : null,
        [.. tasks.Select(task => QueuedCase.Of(task, now))])
    {
        Errors = RecommendationText.DominantErrors(tasks.SelectMany(task => task.Errors)),
    };

    /// <summary>The main error codes of all tasks, in words.</summary>
    public string Errors { get; private init; } = "";
}

/// <summary>One of its tasks. Of a blinded one nothing is told of what is recommended.</summary>
internal sealed record QueuedCase(
    Guid EventId, string Task, int Revision, string State, string Disposition, DateTimeOffset ExpiresAt, DateTimeOffset? AnsweredAt, bool Blinded,
    string? Action, int? MemoryMb, string? Splitting, double? Confidence, string? Why, string Recommendation)
{
    public static QueuedCase Of(QueuedTask task, DateTimeOffset now) => new(
        task.EventId, task.Task, task.Revision, QueueState.Of(task, now), task.Disposition, task.ExpiresAt, task.AnsweredAt, task.Blinded,
        task.Said?.Action, task.Said?.MemoryMb, task.Said?.Splitting, task.Said?.Confidence, WhyOf(task.Said), TextOf(task.Said));

    private static string? WhyOf(RecoveryRecommended? said) => said is { Action: null, Reasons: [var because, ..] } ? because.Text : null;

    private static string TextOf(RecoveryRecommended? said) => said switch
    {
        null => "cannot be read",
        { Reason: Words.Blinded } => "blinded: decide without a recommendation",
        { Action: not null } => RecommendationText.Action(said),
        { Disposition: "withdrawn" } => "withdrawn",
        _ => $"abstained: {WhyOf(said) ?? "no reason was given"}",
    };
}
