namespace WorkflowRecovery.Console.Queue;

/// <summary>The part of the queue that a page shows, in its order.</summary>
/// <param name="Workflows">Those that match.</param>
/// <param name="Counts">Workflows by state, of those that match but for the state.</param>
/// <param name="Of">Workflows in assistance.</param>
internal sealed record QueueView(IReadOnlyList<QueueWorkflow> Workflows, IReadOnlyDictionary<QueueState, int> Counts, int Of)
{
    public static QueueView From(QueueSnapshot queue, QueueQuery query, DateTimeOffset now)
    {
        var filter = query.Filter with { State = null };
        var counts = QueueStates.All.ToDictionary(state => state, _ => 0);
        var shown = new List<QueueWorkflow>();
        foreach (var workflow in queue.Workflows.Where(workflow => filter.Matches(workflow, now)))
        {
            counts[workflow.StateAt(now)]++;
            if (query.Filter.State is null || query.Filter.Matches(workflow, now))
                shown.Add(workflow);
        }

        shown.Sort(query.Sort == QueueSort.Cost ? ByCost : ByTime);
        return new(shown, counts, queue.Workflows.Count);
    }

    private static int ByTime(QueueWorkflow one, QueueWorkflow other) =>
        other.ReportedAt.CompareTo(one.ReportedAt) is var order and not 0 ? order : string.CompareOrdinal(one.Name, other.Name);

    private static int ByCost(QueueWorkflow one, QueueWorkflow other) =>
        other.Cost.CompareTo(one.Cost) is var order and not 0 ? order : ByTime(one, other);
}
