using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Wr.Simulate;

namespace WorkflowRecovery.Wr.Tests.Simulate;

public sealed class SimulatedStreamTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 15, 30, 0, TimeSpan.Zero);
    private static readonly SimulationOptions UpToNow = new() { Records = 1000, From = Now.AddDays(-60), To = Now };

    [Fact]
    public void A_past_that_ends_now_tells_nothing_that_is_still_to_come()
    {
        var messages = SimulatedStream.Messages(UpToNow, count: 20, Now);

        Assert.Equal(20, messages.Count(message => message.RoutingKey == RoutingKeys.WorkflowAssistance));
        Assert.All(messages, message => Assert.True(message.At <= Now));
        Assert.All(messages.Select(message => message.Body).OfType<WorkflowAssistanceRequested>(), reported => Assert.InRange(reported.ReportedAt, Now.AddDays(-7), Now));
    }

    [Fact]
    public void Two_simulations_never_contradict_each_other_about_a_site()
    {
        var first = Statuses(UpToNow);
        var second = Statuses(UpToNow with { Seed = 2 });

        Assert.NotEmpty(first);
        Assert.Empty(first.Intersect(second));
    }

    private static HashSet<(string, DateTimeOffset, string?)> Statuses(SimulationOptions options) =>
        [.. SimulatedStream.Messages(options, count: 20, Now).Select(message => message.Body).OfType<SiteStatusChanged>().Select(status => (status.Site, status.EffectiveAt, status.Source))];
}
