namespace WorkflowRecovery.Console.Orders;

/// <summary>Whether a case can be ordered for, by where it stands.</summary>
internal static class CaseRules
{
    /// <summary>An executor that polls says nothing until it is done: whatever expired or was withdrawn meanwhile, it may be at work.</summary>
    public const string MayStillBeDone = "An executor was told of it and has not reported; it may still be done.";

    /// <summary>Null, or why not. What an undo withdrew, or nobody took up in time, may be ordered again.</summary>
    public static string? WhyClosed(OrderableCase known, DateTimeOffset now) => known switch
    {
        { OrderState: OrderStates.Pending or OrderStates.Sent } => "There is an order on it already.",
        { OrderState: not null } when !(known.OrderExpiresAt <= now) => "There is an order on it already.",
        { IsTaken: true } => "An executor has acted on what was ordered or recommended.",
        { Disposition: "approved" } when known.ExpiresAt > now => "There is an order on it already.",
        { IsOver: true } => "The round is over: a newer one was reported, or the workflow has left assistance.",
        { Disposition: "automatic" } when known.ExpiresAt > now => "It is being recovered automatically.",
        { AnsweredAt: not null } => "It has been answered already.",
        _ => null,
    };

    /// <summary>Null, or why an order on what was seen cannot be accepted.</summary>
    public static string? WhyNot(OrderableCase? known, int seen, DateTimeOffset now) =>
        known is null ? "There is no such case."
        : WhyClosed(known, now) ?? (known.Revision == seen ? null : $"It has changed since you looked: revision {known.Revision}, not {seen}.");
}
