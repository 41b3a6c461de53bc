using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Simulation.Live;
using WorkflowRecovery.Wr.Live;
using WorkflowRecovery.Wr.Tests.History;

namespace WorkflowRecovery.Wr.Tests.Live;

public sealed class LiveOrderTests
{
    [Fact]
    public void Statuses_go_ahead_of_the_events_and_events_keep_their_order()
    {
        var inTime = Enumerable.Range(0, 30).SelectMany(hour => new[] { Status(hour), Event(hour) }).ToList();

        var order = LiveOrder.WithStatusesAhead(inTime);

        Assert.Equal(inTime.Count, order.Count);
        Assert.Equal(inTime.Where(IsEvent), order.Where(IsEvent));
        Assert.Equal(30, order.TakeWhile(message => !IsEvent(message)).Count());
        Assert.All(inTime.Where(IsEvent), one => Assert.True(order.ToList().IndexOf(one) > order.ToList().IndexOf(inTime[inTime.IndexOf(one) - 1])));
    }

    [Fact]
    public void A_status_after_the_last_event_is_left_out() =>
        Assert.Equal([Event(1)], LiveOrder.WithStatusesAhead([Event(1), Status(2)]).Select(message => message with { }));

    private static bool IsEvent(OutsideMessage message) => message.RoutingKey == RoutingKeys.WorkflowAssistance;

    private static OutsideMessage Event(int hour) => new(Tasks.Noon.AddHours(hour), RoutingKeys.WorkflowAssistance, $"event {hour}");

    private static OutsideMessage Status(int hour) => new(Tasks.Noon.AddHours(hour), RoutingKeys.SiteStatus, $"status {hour}");
}
