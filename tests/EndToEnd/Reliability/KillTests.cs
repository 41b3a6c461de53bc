using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.EndToEnd.Tests.Outside;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.EndToEnd.Tests.Reliability;

public sealed class KillTests(TestServers servers)
{
    private const int Published = 500;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ingestor")]
    [InlineData("featurizer")]
    [InlineData("scorer")]
    [InlineData("retrainer")]
    public async Task A_service_killed_in_the_middle_of_500_events_loses_none_and_says_nothing_twice(string service)
    {
        await using var pipeline = await Pipeline.StartAsync(servers, Impatient, Cancellation);
        await using var outside = await OutsideParty.ConnectAsync(pipeline.Broker.For("workflow-system"));

        await ThroughAsync(outside, async () =>
        {
            pipeline.Kill(service);
            await pipeline.RestartAsync(service, Cancellation);
        });
    }

    [Fact]
    public async Task A_broker_killed_and_restarted_in_the_middle_of_500_events_loses_none_and_says_nothing_twice()
    {
        await using var pipeline = await Pipeline.StartOnOwnServersAsync(Impatient, Cancellation);
        await using var outside = await OutsideParty.ConnectAsync(pipeline.Broker.For("workflow-system"));

        await ThroughAsync(outside, async () =>
        {
            pipeline.RabbitMq.Kill();
            await pipeline.RabbitMq.StartAsync(Cancellation);
        });
    }

    [Fact]
    public async Task A_database_killed_and_restarted_in_the_middle_of_500_events_loses_none_and_says_nothing_twice()
    {
        await using var pipeline = await Pipeline.StartOnOwnServersAsync(Impatient, Cancellation);
        await using var outside = await OutsideParty.ConnectAsync(pipeline.Broker.For("workflow-system"));

        await ThroughAsync(outside, async () =>
        {
            pipeline.Postgres.Kill();
            await pipeline.Postgres.StartAsync(Cancellation);
        });
    }

    /// <summary>The sweeper need not wait its usual half minute for what a crash left behind.</summary>
    private static PipelineOptions Impatient { get; } = new()
    {
        Variables = new Dictionary<string, string?> { ["Outgoing__SweepSeconds"] = "1", ["Outgoing__LeftBehindSeconds"] = "5" },
    };

    /// <summary>
    /// Publishes half of the events; the accident happens when the first answers are out, and the other half is published
    /// from then on, so that it is in the middle however fast or slow the machine is.
    /// </summary>
    private static async Task ThroughAsync(OutsideParty outside, Func<Task> accident)
    {
        var events = Events.Many(Published);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var publishing = PublishAsync(outside, events, begun.Task);
        await outside.UntilAsync(received => received.Count >= Published / 10);
        begun.SetResult();
        await accident();
        await publishing;

        await outside.UntilAsync(received => Promise.AllAnswered(events, received), TimeSpan.FromMinutes(6));

        Promise.NothingLostNothingTwice(events, outside.Recommendations);
    }

    private static async Task PublishAsync(OutsideParty outside, IReadOnlyList<WorkflowAssistanceRequested> events, Task accident)
    {
        foreach (var (number, reported) in events.Index())
        {
            if (number == Published / 2)
                await accident;
            await outside.PublishAsync(RoutingKeys.WorkflowAssistance, reported);
        }
    }
}
