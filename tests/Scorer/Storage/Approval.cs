using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>One order of an operator, in every message that is about it.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Task">The task; null for an action on the workflow.</param>
/// <param name="RecordedAt">When it was ordered.</param>
/// <param name="Ordered">What was ordered.</param>
/// <param name="Cases">On which cases.</param>
internal sealed record Approval(string Workflow, string? Task, DateTimeOffset RecordedAt, OrderedRecovery Ordered, IReadOnlyList<ApprovedCase> Cases)
{
    public Guid Id { get; } = Guid.NewGuid();

    public RecoveryApproved Approved => new()
    {
        ApprovalId = Id, Workflow = Workflow, RecordedAt = RecordedAt, Operator = "ada", Cases = Cases, Ordered = Ordered,
    };

    public ApprovalUndone Undone => new()
    {
        ApprovalId = Id, Workflow = Workflow, Task = Task, RecordedAt = RecordedAt, OrderIds = [.. Cases.Select(one => one.OrderId)], Operator = "ada",
        UndoneAt = RecordedAt.AddMinutes(1),
    };

    public OperatorActionRecorded Recorded => new()
    {
        Workflow = Workflow, Task = Task, RecordedAt = RecordedAt, Action = Ordered.Action, MemoryMb = Ordered.MemoryMb, Splitting = Ordered.Splitting,
        Operator = "ada", RecommendationId = Cases[0].EventId,
    };

    public static Approval Of(MatrixStored matrix, TimeSpan after, int seen = 1, OrderedRecovery? ordered = null) => new(
        matrix.Event.Workflow, matrix.Event.Task, matrix.Event.ReportedAt + after, ordered ?? Plain, [new(Guid.NewGuid(), matrix.EventId, seen)]);

    public static Approval OfWorkflow(TimeSpan after, params MatrixStored[] matrices) => new(
        matrices[0].Event.Workflow, null, matrices[0].Event.ReportedAt + after, Plain with { Action = "clone" },
        [.. matrices.Select(matrix => new ApprovedCase(Guid.NewGuid(), matrix.EventId, 1))]);

    public static OrderedRecovery Plain { get; } = new() { Action = "acdc", SiteMode = "auto", Sites = [], Reasons = ["the site is back"] };
}
