namespace WorkflowRecovery.Contracts.Inside;

/// <summary>An operator wants an order back that went out; granted unless an executor has taken it up.</summary>
public sealed record ApprovalUndone
{
    /// <summary>The approval.</summary>
    public required Guid ApprovalId { get; init; }

    /// <summary>Name of the workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>The task of the operator's recorded action; null: the whole workflow.</summary>
    public string? Task { get; init; }

    /// <summary>The recordedAt of the operator's recorded action.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>All orders of the approval.</summary>
    public required IReadOnlyList<Guid> OrderIds { get; init; }

    /// <summary>Who wants it back.</summary>
    public required string Operator { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset UndoneAt { get; init; }
}

/// <summary>An operator's recorded action was taken back: it is no label and answers nothing any more. Key: workflow, task, recordedAt.</summary>
/// <param name="Workflow">Name of the workflow.</param>
/// <param name="Task">Path of the task; null: the whole workflow.</param>
/// <param name="RecordedAt">When it had been ordered.</param>
/// <param name="Operator">Who took it back.</param>
/// <param name="UndoneAt">When.</param>
/// <param name="Withdrawn">
/// What had been published of it and was withdrawn: should an executor have acted on any of these after all, the action is a label again. Null: nothing.
/// </param>
public sealed record OperatorActionUndone(
    string Workflow, string? Task, DateTimeOffset RecordedAt, string Operator, DateTimeOffset UndoneAt, IReadOnlyList<WithdrawnRevision>? Withdrawn = null);

/// <summary>A revision that executors were told of and that was withdrawn.</summary>
/// <param name="RecommendationId">The recommendation.</param>
/// <param name="Revision">Its revision.</param>
public sealed record WithdrawnRevision(Guid RecommendationId, int Revision);

/// <summary>That an operator's recorded action was taken back was stored.</summary>
/// <param name="Action">What was taken back.</param>
public sealed record UndoneActionAccepted(OperatorActionUndone Action);
