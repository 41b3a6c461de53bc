using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;

namespace WorkflowRecovery.Domain.History;

/// <summary>One recorded action: what an operator saw of one task and what was ordered.</summary>
public sealed record HistoryRecord
{
    /// <summary>The path of the task, <c>/workflow/task[/task…]</c>.</summary>
    public required string Task { get; init; }

    /// <summary>The workflow of <see cref="Task"/>.</summary>
    public required string Workflow { get; init; }

    /// <summary>
    /// The errors. The format knows only good and bad sites, so a cell is either <c>Green</c> or <c>None</c>.
    /// Empty when the task was recorded without an error.
    /// </summary>
    public required SiteErrorMatrix Matrix { get; init; }

    /// <summary>The action with what the operator set.</summary>
    public required RecoveryAction Action { get; init; }

    /// <summary>
    /// False when the record held nothing but the action: then nobody chose parameters for this task, and the unset
    /// ones say nothing.
    /// </summary>
    public required bool ParametersGiven { get; init; }

    /// <summary>Whether the order names sites.</summary>
    public bool SitesGiven => !Action.Sites.IsEmpty;
}
