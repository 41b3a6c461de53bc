using WorkflowRecovery.Console.Queue;

namespace WorkflowRecovery.Console.Api;

/// <summary>A page of the queue.</summary>
/// <param name="InAssistance">Workflows in assistance.</param>
/// <param name="Matching">Those that match.</param>
/// <param name="Counts">Workflows by state, of those that match but for the state.</param>
/// <param name="Page">From 1.</param>
/// <param name="Size">Workflows of a page.</param>
/// <param name="Workflows">Those of this page.</param>
internal sealed record QueueAnswer(
    int InAssistance, int Matching, IReadOnlyDictionary<string, int> Counts, int Page, int Size, IReadOnlyList<QueuedWorkflow> Workflows)
{
    public static QueueAnswer Of(QueueView view, int page, int size, DateTimeOffset now) => new(
        view.Of, view.Workflows.Count, view.Counts.ToDictionary(count => count.Key.Word(), count => count.Value), page, size,
        [.. view.Workflows.Skip((page - 1) * size).Take(size).Select(workflow => QueuedWorkflow.Of(workflow, now))]);
}

/// <summary>A workflow in assistance.</summary>
internal sealed record QueuedWorkflow(
    string Workflow, string State, DateTimeOffset ReportedAt, string? Campaign, long? Priority, int? Attempt, long FailedJobs, long? TotalJobs,
    IReadOnlyList<QueuedCase> Cases)
{
    public static QueuedWorkflow Of(QueueWorkflow workflow, DateTimeOffset now) => new(
        workflow.Name, workflow.StateAt(now).Word(), workflow.ReportedAt, workflow.Campaign, workflow.Priority, workflow.Attempt, workflow.FailedJobs, workflow.TotalJobs,
        [.. workflow.Cases.Select(task => QueuedCase.Of(task, now))]);
}

/// <summary>One of its tasks. Of a blinded one nothing is told of what is recommended.</summary>
internal sealed record QueuedCase(
    Guid EventId, string Task, int Revision, string State, string Disposition, DateTimeOffset ExpiresAt, DateTimeOffset? AnsweredAt, bool Blinded,
    string? Action, int? MemoryMb, string? Splitting, double? Confidence, string? Why, IReadOnlyList<CodeFailures> Codes, IReadOnlyList<string> Sites)
{
    public static QueuedCase Of(QueueCase task, DateTimeOffset now) => new(
        task.EventId, task.Task, task.Revision, QueueStates.Of(task, now).Word(), task.Disposition, task.ExpiresAt, task.AnsweredAt, task.Blinded,
        task.Plan?.Action, task.Plan?.MemoryMb, task.Plan?.Splitting, task.Confidence, task.Why,
        [.. task.Codes.Select(count => new CodeFailures(count.Code, count.Count))], task.Sites);
}

/// <summary>Failed jobs of an error code.</summary>
internal sealed record CodeFailures(int Code, long Count);
