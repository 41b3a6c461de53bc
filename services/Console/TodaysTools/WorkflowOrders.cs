using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.TodaysTools;

/// <summary>The orders of one workflow that one document can hold.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Family">Its family.</param>
/// <param name="Orders">In order of their tasks; all the same of an action on the workflow.</param>
internal sealed record WorkflowOrders(string Workflow, string? Family, IReadOnlyList<StandingCase> Orders)
{
    // Today's actor knows no others; who listens at the broker does those.
    private static readonly string[] Served = ["acdc", "clone", "by-pass", "on-hold"];

    /// <summary>When the newest of them was given.</summary>
    public DateTimeOffset OrderedAt => Orders.Max(order => order.Order!.RecommendedAt);

    /// <summary>
    /// Workflows whose tasks are all answered, and of which everything still to be done goes into one document: today's actor takes up
    /// a workflow as a whole, so that what does not go in would be forgotten.
    /// </summary>
    public static IReadOnlyList<WorkflowOrders> Of(IEnumerable<StandingCase> cases, DateTimeOffset now) =>
        [.. cases.GroupBy(one => one.Workflow, StringComparer.Ordinal).Select(workflow => Of([.. workflow], now)).OfType<WorkflowOrders>()
            .OrderBy(orders => orders.Workflow, StringComparer.Ordinal)];

    private static WorkflowOrders? Of(List<StandingCase> tasks, DateTimeOffset now)
    {
        if (!tasks.TrueForAll(task => task.IsAnswered))
            return null;
        var done = tasks.Where(task => task is { IsDone: true, Order: not null }).Select(task => task.Order!.EffectKey).ToHashSet();
        List<StandingCase> orders = [.. tasks.Where(task => task.Order is { } order && order.ExpiresAt > now && !task.IsDone && !done.Contains(order.EffectKey))
            .OrderBy(task => task.Task, StringComparer.Ordinal)];
        return orders.Count > 0 && FitTogether(orders) ? new(orders[0].Workflow, orders[0].Family, orders) : null;
    }

    private static bool FitTogether(List<StandingCase> orders)
    {
        var first = orders[0].Order!;
        return Served.Contains(first.Action)
            && orders.TrueForAll(one => one.Order!.Action == first.Action)
            && (first.Action == "acdc" ? orders.TrueForAll(HasSites) : orders.TrueForAll(one => IsSame(one.Order!, first)));
    }

    // The actor ends its round where the list is missing, and runs nowhere where it is empty.
    private static bool HasSites(StandingCase one) => one.Order!.Sites.Resolved.Count > 0;

    private static bool IsSame(RecoveryRecommended one, RecoveryRecommended other) => (one.MemoryMb, one.Splitting) == (other.MemoryMb, other.Splitting);
}
