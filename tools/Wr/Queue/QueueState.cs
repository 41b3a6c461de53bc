namespace WorkflowRecovery.Wr.Queue;

/// <summary>What a task or a workflow waits for, in the words of the console; of a workflow's tasks the first of these counts.</summary>
internal static class QueueState
{
    public static IReadOnlyList<string> All { get; } = ["to-decide", "expired", "escalated", "waiting", "pending", "automatic", "ordered", "taken"];

    public static string Of(QueuedTask task, DateTimeOffset now) => task switch
    {
        { IsTaken: true } => "taken",
        { OrderState: "pending" } => "pending",
        { OrderState: "sent" } or { AnsweredAt: not null } => "ordered",
        { Disposition: "approved" } when task.ExpiresAt > now => "ordered",
        { WaitUntil: { } until } when until > now => "waiting",
        { IsEscalated: true } => "escalated",
        { Disposition: "automatic" or "approved" } => task.ExpiresAt <= now ? "expired" : "automatic",
        _ => "to-decide",
    };

    public static string Of(IEnumerable<QueuedTask> tasks, DateTimeOffset now) =>
        tasks.Select(task => Of(task, now)).MinBy(state => All.IndexOf(state))!;

    private static int IndexOf(this IReadOnlyList<string> states, string state) => states.Index().First(one => one.Item == state).Index;
}
