namespace WorkflowRecovery.Contracts.Inside;

/// <summary>Routing keys of <see cref="InsideNames.Exchange"/>: subject and past participle.</summary>
public static class InsideKeys
{
    /// <summary><see cref="AssistanceAccepted"/>, ingestor to featurizer.</summary>
    public const string AssistanceAccepted = "assistance.accepted";

    /// <summary><see cref="SiteStatusAccepted"/>, ingestor to featurizer.</summary>
    public const string SiteStatusAccepted = "site-status.accepted";

    /// <summary><see cref="OperatorActionAccepted"/>, ingestor to scorer.</summary>
    public const string OperatorActionAccepted = "operator-action.accepted";

    /// <summary><see cref="ActionTakenAccepted"/>, ingestor to scorer.</summary>
    public const string ActionTakenAccepted = "action-taken.accepted";

    /// <summary><see cref="OutcomeAccepted"/>, ingestor to scorer.</summary>
    public const string OutcomeAccepted = "outcome.accepted";

    /// <summary><see cref="DepartureAccepted"/>, ingestor to scorer.</summary>
    public const string DepartureAccepted = "departure.accepted";

    /// <summary><see cref="HistorySubmitted"/>, command line to ingestor.</summary>
    public const string HistorySubmitted = "history.submitted";

    /// <summary><see cref="HistoryAccepted"/>, ingestor to featurizer.</summary>
    public const string HistoryAccepted = "history.accepted";

    /// <summary><see cref="ReplaySubmitted"/>, command line to scorer.</summary>
    public const string ReplaySubmitted = "replay.submitted";

    /// <summary><see cref="MatrixStored"/>, featurizer to scorer.</summary>
    public const string MatrixStored = "matrix.stored";

    /// <summary><see cref="TrainingRequested"/>, command line to retrainer.</summary>
    public const string TrainingRequested = "training.requested";

    /// <summary><see cref="ModelMoveRequested"/>, command line or console to retrainer.</summary>
    public const string ModelMoveRequested = "models.move-requested";

    /// <summary><see cref="RecoveryApproved"/>, console to scorer.</summary>
    public const string RecoveryApproved = "recovery.approved";

    /// <summary><see cref="ApprovalUndone"/>, console to scorer.</summary>
    public const string ApprovalUndone = "approval.undone";

    /// <summary><see cref="OperatorActionUndone"/>, scorer to ingestor.</summary>
    public const string OperatorActionUndone = "operator-action.undone";

    /// <summary><see cref="UndoneActionAccepted"/>, ingestor to scorer.</summary>
    public const string UndoneActionAccepted = "undone-action.accepted";

    /// <summary><see cref="ModelsMoved"/>, retrainer to whoever wants to know; it may be nobody.</summary>
    public const string ModelsMoved = "models.moved";
}
