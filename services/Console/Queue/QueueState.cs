using WorkflowRecovery.Console.Orders;

namespace WorkflowRecovery.Console.Queue;

/// <summary>What a case or a workflow waits for; the first of these that any of its tasks is in is the workflow's.</summary>
public enum QueueState
{
    /// <summary>An operator's order.</summary>
    ToDecide,

    /// <summary>An operator's order: nobody has acted on what was recommended or ordered, and nobody may any more.</summary>
    Expired,

    /// <summary>Somebody else's help.</summary>
    Escalated,

    /// <summary>A time that an operator named.</summary>
    Waiting,

    /// <summary>The end of the time in which its order can be undone.</summary>
    Pending,

    /// <summary>Somebody to do what was recommended as automatic.</summary>
    Automatic,

    /// <summary>Somebody to do what was ordered.</summary>
    Ordered,

    /// <summary>The end of an action under way.</summary>
    Taken,
}

/// <summary>States and their words.</summary>
public static class QueueStates
{
    public static IReadOnlyList<QueueState> All { get; } = Enum.GetValues<QueueState>();

    public static QueueState Of(QueueCase task, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task switch
        {
            { IsTaken: true } => QueueState.Taken,
            { Order.State: OrderStates.Pending } => QueueState.Pending,
            { Order.State: OrderStates.Sent } or { AnsweredAt: not null, AnsweredHere: false } => QueueState.Ordered,
            { Order: not null } or { Disposition: "approved" } when task.ExpiresAt > now => QueueState.Ordered,
            { Note.WaitUntil: { } until } when until > now => QueueState.Waiting,
            { Note.To: not null } => QueueState.Escalated,
            _ when task.ExpiresAt <= now => QueueState.Expired,
            { Disposition: "automatic" } => QueueState.Automatic,
            _ => QueueState.ToDecide,
        };
    }

    /// <summary>In an address.</summary>
    public static string Word(this QueueState state) => state switch
    {
        QueueState.ToDecide => "to-decide",
        QueueState.Expired => "expired",
        QueueState.Escalated => "escalated",
        QueueState.Waiting => "waiting",
        QueueState.Pending => "pending",
        QueueState.Automatic => "automatic",
        QueueState.Ordered => "ordered",
        _ => "taken",
    };

    /// <summary>On a page.</summary>
    public static string Title(this QueueState state) => state switch
    {
        QueueState.ToDecide => "To decide",
        QueueState.Expired => "Expired",
        QueueState.Escalated => "Escalated",
        QueueState.Waiting => "Waiting",
        QueueState.Pending => "Order pending",
        QueueState.Automatic => "Automatic",
        QueueState.Ordered => "Ordered",
        _ => "Taken",
    };

    public static QueueState? Parse(string? word) => All.Where(state => state.Word() == word).Select(state => (QueueState?)state).FirstOrDefault();
}
