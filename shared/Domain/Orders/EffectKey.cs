using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Domain.Orders;

/// <summary>What must not be done twice: a recovery of one task in one round, or an action on a whole workflow.</summary>
public static class EffectKey
{
    /// <summary>The scope of what is done with one task.</summary>
    public const string TaskScope = "task";

    /// <summary>The scope of what is done with a whole workflow.</summary>
    public const string WorkflowScope = "workflow";

    /// <summary>The scope of an action; that of no action is the task.</summary>
    public static string ScopeOf(RecoveryActionKind? action) =>
        action is null or RecoveryActionKind.Acdc or RecoveryActionKind.Recovery ? TaskScope : WorkflowScope;

    /// <summary>All tasks of a workflow share the key of actions on it, whichever it is: a clone rejects the whole family with its output.</summary>
    public static Guid Of(Guid recommendationId, string workflow, RecoveryActionKind? action) =>
        ScopeOf(action) == WorkflowScope
            ? NameBasedGuid.Of("effect on workflow", workflow)
            : NameBasedGuid.Of("effect on task", recommendationId);
}
