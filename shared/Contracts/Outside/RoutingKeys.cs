namespace WorkflowRecovery.Contracts.Outside;

/// <summary>Routing keys of the intake exchange, one for each type of message.</summary>
public static class RoutingKeys
{
    /// <summary><see cref="WorkflowAssistanceRequested"/>.</summary>
    public const string WorkflowAssistance = "workflow.assistance";

    /// <summary><see cref="SiteStatusChanged"/>.</summary>
    public const string SiteStatus = "site.status";

    /// <summary><see cref="OperatorActionRecorded"/>.</summary>
    public const string ActionRecorded = "action.recorded";

    /// <summary><see cref="RecoveryActionTaken"/>.</summary>
    public const string ActionTaken = "action.taken";

    /// <summary><see cref="RecoveryOutcomeReported"/>.</summary>
    public const string ActionOutcome = "action.outcome";

    /// <summary><see cref="WorkflowLeftAssistance"/>.</summary>
    public const string WorkflowLeft = "workflow.left";
}
