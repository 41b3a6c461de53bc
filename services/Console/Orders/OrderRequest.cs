using WorkflowRecovery.Contracts.Inside;

namespace WorkflowRecovery.Console.Orders;

/// <summary>A case as somebody saw it.</summary>
/// <param name="EventId">The case.</param>
/// <param name="Revision">The revision of its recommendation that was shown.</param>
public sealed record CaseSeen(Guid EventId, int Revision);

/// <summary>One order on one case or on several.</summary>
/// <param name="Cases">The cases; of an action on a workflow all of its cases that are open, lest one is acted on that nobody looked at.</param>
/// <param name="Ordered">What is ordered for each of them.</param>
/// <param name="From">Where it was submitted, for the audit trail: <c>workflow page</c>, <c>queue</c>, <c>api</c>.</param>
public sealed record OrderRequest(IReadOnlyList<CaseSeen> Cases, OrderedRecovery Ordered, string From)
{
    /// <summary>
    /// Whether it was confirmed a second time: needed for an action on a workflow, having seen what is lost, and for a case of which an
    /// executor was told that has not reported.
    /// </summary>
    public bool Confirmed { get; init; }
}

/// <summary>What speaks against an order.</summary>
/// <param name="Field">The field of the order, or <c>case</c>, <c>cases</c>, <c>confirmed</c> or <c>role</c>.</param>
/// <param name="Text">A sentence.</param>
/// <param name="EventId">The case; null when it is about the order as such.</param>
public sealed record Objection(string Field, string Text, Guid? EventId = null);

/// <summary>What became of a request.</summary>
/// <param name="GroupId">The orders that were made; null when there are objections, and then nothing was done.</param>
/// <param name="DueAt">When they are sent.</param>
/// <param name="OrderIds">One for each case.</param>
/// <param name="Objections">What speaks against it.</param>
public sealed record Submission(Guid? GroupId, DateTimeOffset? DueAt, IReadOnlyList<Guid> OrderIds, IReadOnlyList<Objection> Objections)
{
    public bool Accepted => GroupId is not null;

    internal static Submission Refused(params IReadOnlyList<Objection> objections) => new(null, null, [], objections);
}
