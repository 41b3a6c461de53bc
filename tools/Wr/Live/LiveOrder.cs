using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Simulation.Live;

namespace WorkflowRecovery.Wr.Live;

/// <summary>The order in which a live stream is published.</summary>
internal static class LiveOrder
{
    /// <summary>Events that a status goes ahead of its own: so many that the statuses of a demonstration are stored before its first event.</summary>
    private const int Lead = 1000;

    /// <summary>Brings every status forward by some events; the events keep their order. Statuses after the last event are left out.</summary>
    /// <param name="inTime">Statuses and events in the order of time.</param>
    public static IReadOnlyList<OutsideMessage> WithStatusesAhead(IReadOnlyList<OutsideMessage> inTime)
    {
        var events = inTime.Where(message => message.RoutingKey == RoutingKeys.WorkflowAssistance).ToList();
        var statuses = new Queue<OutsideMessage>(inTime.Where(message => message.RoutingKey == RoutingKeys.SiteStatus));
        var order = new List<OutsideMessage>(inTime.Count);
        for (var index = 0; index < events.Count; index++)
        {
            var until = events[Math.Min(index + Lead, events.Count - 1)].At;
            while (statuses.TryPeek(out var status) && status.At <= until)
                order.Add(statuses.Dequeue());
            order.Add(events[index]);
        }

        return order;
    }
}
