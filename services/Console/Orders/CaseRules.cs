namespace WorkflowRecovery.Console.Orders;

/// <summary>Whether a case can be ordered for, by where it stands.</summary>
internal static class CaseRules
{
    private const string Ordered = "There is an order on it already.";

    /// <summary>
    /// Null, or why not. What an undo withdrew may be ordered again, and so may what expired: an expired recommendation is one
    /// that nobody may act on by itself any more, and an order that expired untaken is one that nobody will act on.
    /// </summary>
    public static string? WhyClosed(OrderableCase known, DateTimeOffset now) => known switch
    {
        { OrderState: OrderStates.Pending or OrderStates.Sent } => Ordered,
        { OrderState: OrderStates.Approved } or { Disposition: "approved" } when known.ExpiresAt > now => Ordered,
        { IsOver: true } => "The round is over: a newer one was reported, or the workflow has left assistance.",
        { Disposition: "automatic" } when known.ExpiresAt > now => "It is being recovered automatically.",
        { Disposition: "approved" or "automatic", IsTaken: true } => "An executor has taken it up.",
        { AnsweredAt: not null, AnsweredHere: false } => "It has been answered already.",
        _ => null,
    };

    /// <summary>Null, or why an order on what was seen cannot be accepted.</summary>
    public static string? WhyNot(OrderableCase? known, int seen, DateTimeOffset now) =>
        known is null ? "There is no such case."
        : WhyClosed(known, now) ?? (known.Revision == seen ? null : $"It has changed since you looked: revision {known.Revision}, not {seen}.");
}
