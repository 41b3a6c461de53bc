namespace WorkflowRecovery.Console.Orders;

/// <summary>Whether a case can be ordered for, by where it stands.</summary>
internal static class CaseRules
{
    /// <summary>Null, or why not. What an undo withdrew may be ordered again.</summary>
    public static string? WhyClosed(OrderableCase known, DateTimeOffset now) => known switch
    {
        { OrderState: not null } or { Disposition: "approved" } => "There is an order on it already.",
        { IsOver: true } => "The round is over: a newer one was reported, or the workflow has left assistance.",
        { Disposition: "automatic" } => "It is being recovered automatically.",
        { AnsweredAt: not null } => "It has been answered already.",
        _ => known.ExpiresAt <= now ? "What was recommended has expired." : null,
    };

    /// <summary>Null, or why an order on what was seen cannot be accepted.</summary>
    public static string? WhyNot(OrderableCase? known, int seen, DateTimeOffset now) =>
        known is null ? "There is no such case."
        : WhyClosed(known, now) ?? (known.Revision == seen ? null : $"It has changed since you looked: revision {known.Revision}, not {seen}.");
}
