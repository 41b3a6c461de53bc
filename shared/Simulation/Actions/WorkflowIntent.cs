using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Simulation.Requests;

namespace WorkflowRecovery.Simulation.Actions;

/// <summary>
/// What the operator will order for a workflow. It is drawn before the errors, which then follow the published shares given
/// the action: so rates, lifts and the overlap between actions all hold at once.
/// </summary>
/// <param name="Kind">The action.</param>
/// <param name="Resources">What the workflow asked for.</param>
/// <param name="Tasks">One per task.</param>
internal sealed record WorkflowIntent(RecoveryActionKind Kind, Resources Resources, IReadOnlyList<TaskIntent> Tasks)
{
    public bool WholeWorkflow => Kind is not (RecoveryActionKind.Acdc or RecoveryActionKind.Recovery);
}

/// <param name="MemoryMb">Memory to order.</param>
/// <param name="Splitting">Splitting to order.</param>
/// <param name="Given">False where the operator leaves the task out of the form.</param>
internal readonly record struct TaskIntent(int? MemoryMb, string? Splitting, bool Given = true);
