using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.EndToEnd.Tests.Outside;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.EndToEnd.Tests.Reliability;

public sealed class RepeatsTests(TestServers servers) : IAsyncLifetime
{
    private Pipeline _pipeline = null!;
    private OutsideParty _outside = null!;

    public async ValueTask InitializeAsync()
    {
        _pipeline = await Pipeline.StartAsync(servers, PipelineOptions.Usual, TestContext.Current.CancellationToken);
        _outside = await OutsideParty.ConnectAsync(_pipeline.Broker.For("workflow-system"));
    }

    public async ValueTask DisposeAsync()
    {
        await _outside.DisposeAsync();
        await _pipeline.DisposeAsync();
    }

    [Fact]
    public async Task The_same_events_ten_times_and_in_any_order_are_recommended_once()
    {
        var events = Events.Many(20);
        var order = Enumerable.Repeat(events, 10).SelectMany(all => all).ToArray();
        new Random(7).Shuffle(order);
        foreach (var reported in order)
            await _outside.PublishAsync(RoutingKeys.WorkflowAssistance, reported);
        var last = Events.New("last");
        await _outside.PublishAsync(RoutingKeys.WorkflowAssistance, last);

        await _outside.UntilAsync(received => Promise.AllAnswered([.. events, last], received));

        Promise.NothingLostNothingTwice([.. events, last], _outside.Recommendations);
        Assert.Equal(events.Count + 1, _outside.Recommendations.Count);
    }

    [Fact]
    public async Task A_late_site_status_gives_revision_2_and_a_repeat_of_it_nothing()
    {
        var reported = Events.New("late", Events.Row(50660, "T2_UK_London_IC", 12));
        await _outside.PublishAsync(RoutingKeys.WorkflowAssistance, reported);
        await _outside.UntilAsync(received => received.Any(message => Is(message, reported)));

        var status = new SiteStatusChanged { Site = "T2_UK_London_IC", EffectiveAt = Events.ReportedAt.AddHours(-1), Readiness = "green" };
        await _outside.PublishAsync(RoutingKeys.SiteStatus, status);
        await _outside.UntilAsync(received => received.Any(message => Is(message, reported) && message.Said.Revision == 2));
        await _outside.PublishAsync(RoutingKeys.SiteStatus, status);
        var after = Events.New("after-late");
        await _outside.PublishAsync(RoutingKeys.WorkflowAssistance, after);
        await _outside.UntilAsync(received => received.Any(message => Is(message, after)));

        var said = _outside.Recommendations.Where(message => Is(message, reported)).Select(message => message.Said).ToList();
        Assert.Equal([1, 2], said.Select(revision => revision.Revision));
        Assert.NotEqual(said[0].MatrixId, said[1].MatrixId);
        Assert.Equal(said[0].EffectKey, said[1].EffectKey);
    }

    [Fact]
    public async Task Newer_counts_a_new_round_and_leaving_assistance_each_make_the_next_revision()
    {
        var first = Events.New("rounds");
        var newer = first with { ObservedAt = Events.ReportedAt.AddHours(1), Errors = [Events.Row(50660, "T2_US_MIT", 40)] };
        var nextRound = first with { ReportedAt = Events.ReportedAt.AddDays(1) };
        await _outside.PublishAsync(RoutingKeys.WorkflowAssistance, first);
        await _outside.UntilAsync(received => received.Any(message => Is(message, first)));
        await _outside.PublishAsync(RoutingKeys.WorkflowAssistance, newer);
        await _outside.UntilAsync(received => received.Any(message => Is(message, first) && message.Said.Revision == 2));
        await _outside.PublishAsync(RoutingKeys.WorkflowAssistance, nextRound);
        await _outside.UntilAsync(received => received.Any(message => Is(message, first) && message.Said.Disposition == "withdrawn"));
        await _outside.PublishAsync(RoutingKeys.WorkflowLeft, new WorkflowLeftAssistance { Workflow = first.Workflow, LeftAt = Events.ReportedAt.AddDays(2), Status = "closed-out" });
        await _outside.UntilAsync(received => received.Any(message => Is(message, nextRound) && message.Said.Disposition == "withdrawn"));

        Assert.Equal([1, 2, 3], Revisions(first));
        Assert.Equal([1, 2], Revisions(nextRound));
        Assert.EndsWith(".withdrawn", _outside.Recommendations.Last(message => Is(message, first)).RoutingKey, StringComparison.Ordinal);
    }

    private IEnumerable<int> Revisions(WorkflowAssistanceRequested reported) =>
        _outside.Recommendations.Where(message => Is(message, reported)).Select(message => message.Said.Revision).Order();

    private static bool Is(Received message, WorkflowAssistanceRequested reported) => message.Said.RecommendationId == Events.IdOf(reported);
}
