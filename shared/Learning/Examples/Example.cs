using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Views;

namespace WorkflowRecovery.Learning.Examples;

/// <summary>One task with what an operator ordered for it.</summary>
/// <param name="Task">Task path.</param>
/// <param name="Workflow">The task's workflow.</param>
/// <param name="Family">What keeps rounds and siblings together in a split.</param>
/// <param name="ReportedAt">When the workflow entered assistance.</param>
/// <param name="Features">The matrix as a view sees it.</param>
/// <param name="Action">The order.</param>
/// <param name="ParametersGiven">Whether the order said more than the action's name.</param>
/// <param name="Weight">How much is learned from it, above 0: 1, or 1/n for an order on a whole workflow of n tasks.</param>
public sealed record Example(
    string Task,
    string Workflow,
    string Family,
    DateTimeOffset ReportedAt,
    SparseVector Features,
    RecoveryAction Action,
    bool ParametersGiven,
    double Weight);
