using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.Orders;

/// <summary>A case, as far as an order on it goes.</summary>
/// <param name="EventId">The case.</param>
/// <param name="Revision">The newest revision.</param>
/// <param name="Disposition">Its disposition.</param>
/// <param name="ExpiresAt">When what was recommended expires.</param>
/// <param name="AnsweredAt">When an operator ordered something for it, by whatever way.</param>
/// <param name="IsOver">A newer round was reported, or the workflow has left assistance.</param>
/// <param name="DominantCode">The error code of most failures.</param>
/// <param name="Blinded">What is thought of it is not told.</param>
/// <param name="Said">What was published before any order; of a blinded case without content.</param>
/// <param name="Plans">The plans that were weighed, as JSON; none of a blinded case.</param>
/// <param name="Reported">The task's newest report.</param>
/// <param name="OrderState">The state of the order that counts; null when there is none.</param>
/// <param name="IsTaken">An executor has taken it up.</param>
/// <param name="AnsweredHere">What answered it was ordered in the console.</param>
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
    string? OrderState,
    bool IsTaken,
    bool AnsweredHere)
{
    public string Workflow => Reported.Workflow;

    public string Task => Reported.Task;

    /// <summary>Whether an operator may order something for it.</summary>
    public bool IsOpen(DateTimeOffset now) => CaseRules.WhyClosed(this, now) is null;
}
