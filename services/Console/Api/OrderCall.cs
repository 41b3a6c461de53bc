using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Contracts.Inside;

namespace WorkflowRecovery.Console.Api;

/// <summary>One order on one case or on several.</summary>
internal sealed record OrderCall
{
    /// <summary>The cases with the revisions that were seen; of an action on a workflow all of its open cases.</summary>
    public required IReadOnlyList<CaseSeen> Cases { get; init; }

    /// <summary>What is ordered for each of them.</summary>
    public required OrderedRecovery Ordered { get; init; }

    /// <summary>Of an action on a workflow: that what is lost was seen. Of a case of which an executor was told that has not reported: that it is ordered again.</summary>
    public bool Confirmed { get; init; }

    public OrderRequest ToRequest() => new(Cases, Ordered, "api") { Confirmed = Confirmed };
}

/// <summary>An order that was taken in.</summary>
/// <param name="GroupId">What was submitted together.</param>
/// <param name="DueAt">When it is sent; until then it may be undone for free.</param>
/// <param name="OrderIds">One for each case.</param>
internal sealed record OrderAnswer(Guid GroupId, DateTimeOffset DueAt, IReadOnlyList<Guid> OrderIds);

/// <summary>What became of the wish to have an order back.</summary>
/// <param name="Result"><c>undone</c>: nothing was sent; <c>asked</c>: it was sent, and is withdrawn unless it was taken up.</param>
/// <param name="Text">A sentence.</param>
internal sealed record UndoneAnswer(string Result, string Text);

/// <summary>What became of the wish to have all orders back that were submitted together.</summary>
/// <param name="Result"><c>undone</c>: nothing was sent; <c>partly</c>: some were sent before.</param>
/// <param name="Text">A sentence.</param>
/// <param name="Left">Those that were sent before, and what becomes of each.</param>
internal sealed record UndoneGroupAnswer(string Result, string Text, IReadOnlyList<OrderLeft> Left);

/// <summary>What would be published.</summary>
internal sealed record PreviewedCase(Guid EventId, string RoutingKey, Contracts.Outside.RecoveryRecommended Recommended, Contracts.Outside.OperatorActionRecorded Recorded);

/// <summary>A case as an order is held against it.</summary>
internal sealed record CaseAnswer(
    Guid EventId, string Workflow, string Task, int Revision, string Disposition, DateTimeOffset ExpiresAt, DateTimeOffset? AnsweredAt, bool IsOver, bool Blinded,
    string? OrderState, Contracts.Outside.RecoveryRecommended Recommended, Contracts.Outside.WorkflowAssistanceRequested Reported);
