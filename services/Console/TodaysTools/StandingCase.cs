using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>An open task of a workflow that has something to be done.</summary>
/// <param name="EventId">The case.</param>
/// <param name="Workflow">Its workflow.</param>
/// <param name="Task">Its task.</param>
/// <param name="Family">Its family.</param>
/// <param name="IsAnswered">It is decided what becomes of it, no order on it is on its way, and nobody wants that back.</param>
/// <param name="IsDone">An executor has taken it up or has reported it.</param>
/// <param name="Order">What is to be done, approved or automatic; null when nothing is.</param>
/// <param name="Recorded">What the operator said with it; null of an automatic one.</param>
internal sealed record StandingCase(
    Guid EventId, string Workflow, string Task, string? Family, bool IsAnswered, bool IsDone, RecoveryRecommended? Order, OperatorActionRecorded? Recorded);
