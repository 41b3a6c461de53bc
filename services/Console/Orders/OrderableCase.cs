using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.Orders;

/// <summary>A case, as far as an order on it goes.</summary>
/// <param name="EventId">The case.</param>
/// <param name="Revision">The newest revision.</param>
/// <param name="Disposition">Its disposition.</param>
/// <param name="ExpiresAt">When what was recommended expires.</param>
/// <param name="AnsweredAt">When an operator acted for it by another way than an order here.</param>
/// <param name="IsOver">A newer round was reported, or the workflow has left assistance.</param>
/// <param name="DominantCode">The error code of most failures.</param>
/// <param name="Blinded">What is thought of it is not told.</param>
/// <param name="Said">What was published before any order; of a blinded case without content.</param>
/// <param name="Plans">The plans that were weighed, as JSON; none of a blinded case.</param>
/// <param name="Reported">The task's newest report.</param>
/// <param name="OrderState">The state of the order that counts; null when there is none.</param>
public sealed record OrderableCase(
    Guid EventId,
    int Revision,
    string Disposition,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? AnsweredAt,
    bool IsOver,
    int? DominantCode,
    bool Blinded,
    RecoveryRecommended Said,
    string Plans,
    WorkflowAssistanceRequested Reported,
    string? OrderState)
{
    public string Workflow => Reported.Workflow;

    public string Task => Reported.Task;

    /// <summary>Until when executors may act on the order that counts; null while it is not published.</summary>
    public DateTimeOffset? OrderExpiresAt { get; init; }

    /// <summary>Whether an executor acts on what was ordered or recommended, or has.</summary>
    public bool IsTaken { get; init; }

    /// <summary>Whether an executor that polls was told to do something for it, and has not reported that.</summary>
    public bool IsTold { get; init; }

    /// <summary>Whether an operator may order something for it.</summary>
    public bool IsOpen(DateTimeOffset now) => CaseRules.WhyClosed(this, now) is null;
}
