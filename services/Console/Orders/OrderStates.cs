namespace WorkflowRecovery.Console.Orders;

/// <summary>Where an order stands.</summary>
public static class OrderStates
{
    /// <summary>Submitted; nothing was sent yet.</summary>
    public const string Pending = "pending";

    /// <summary>Taken back before it was sent.</summary>
    public const string Undone = "undone";

    /// <summary>Sent; not answered yet.</summary>
    public const string Sent = "sent";

    /// <summary>Published to the executors.</summary>
    public const string Approved = "approved";

    /// <summary>Not published.</summary>
    public const string Refused = "refused";

    /// <summary>Published, and withdrawn again.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>Published, taken up by nobody in time, and ordered anew.</summary>
    public const string Expired = "expired";

    /// <summary>Those in which a case may have no other order.</summary>
    public static IReadOnlyList<string> Counting { get; } = [Pending, Sent, Approved];
}
