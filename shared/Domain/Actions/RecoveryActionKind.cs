namespace WorkflowRecovery.Domain.Actions;

/// <summary>What an operator can order for a workflow in assistance.</summary>
public enum RecoveryActionKind : byte
{
    /// <summary>Retry only the failed jobs.</summary>
    Acdc = 0,

    /// <summary>Kill the workflow with its output and run a copy.</summary>
    Clone = 1,

    /// <summary>A recovery workflow over the lost input.</summary>
    Recovery = 2,

    /// <summary>Close the workflow as it is.</summary>
    ByPass = 3,

    /// <summary>Complete the workflow by force.</summary>
    ForceComplete = 4,

    /// <summary>Leave it for later.</summary>
    OnHold = 5,
}
