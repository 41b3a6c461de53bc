using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.EndToEnd.Tests.Outside;
using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.EndToEnd.Tests.Orders;

/// <summary>Orders from the console's call to what executors hear and models learn from, through all services.</summary>
public sealed class OrderingTests(TestServers servers) : IAsyncLifetime
{
    private Pipeline _pipeline = null!;
    private OutsideParty _outside = null!;
    private OrderingProgram _program = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _pipeline = await Pipeline.StartAsync(
            servers, new() { Services = ServiceCatalogue.Names, Variables = OrderingProgram.Variables }, Cancellation);
        _outside = await OutsideParty.ConnectAsync(_pipeline.Broker.For("workflow-system"));
        _program = new(_pipeline.UrlOf("console"));
    }

    public async ValueTask DisposeAsync()
    {
        _program.Dispose();
        await _outside.DisposeAsync();
        await _pipeline.DisposeAsync();
    }

    [Fact]
    public async Task An_order_is_published_taken_back_given_again_and_carried_out()
    {
        var task = await ReportAsync("walk");
        var (first, _) = await _program.OrderAsync(Events.IdOf(task), seen: 1);
        var published = await SaidAsync(task, 2, "approved");
        Assert.Equal(("acdc", Events.ReportedAt), (published.Action, published.ReportedAt));
        await _program.UntilRecordedAsync(task);
        Assert.Null((await _program.OrderAsync(Events.IdOf(task), seen: 2)).Order);

        await _program.UndoAsync(first!.Value);
        await SaidAsync(task, 3, "withdrawn");
        await _program.UntilRecordedAsync(task, recorded: false);
        await _program.UntilAsync(task, first.Value, "withdrawn");
        Assert.DoesNotContain(task.Workflow, await _program.PollAsync());

        var (second, _) = await _program.OrderAsync(Events.IdOf(task), seen: 3);
        Assert.Equal(published.EffectKey, (await SaidAsync(task, 4, "approved")).EffectKey);
        await _program.UntilAsync(task, second!.Value, "approved");
        await _program.UntilRecordedAsync(task);

        await _outside.PublishAsync(RoutingKeys.ActionTaken, Taken(task, 4, "done"));
        await _program.UntilTakenAsync(task.Workflow);
        await _program.UndoAsync(second.Value);
        Assert.Equal("An executor has taken it up.", await _program.UntilAsync(task, second.Value, "approved", withReason: true));
        Assert.True(await _program.IsRecordedAsync(task));
        Assert.Equal([1, 2, 3, 4], Revisions(task));
    }

    [Fact]
    public async Task A_refused_order_is_no_label_and_leaves_the_case_to_be_ordered_otherwise()
    {
        var task = await ReportAsync("refused");
        await _pipeline.StopAsync("scorer", Cancellation);
        var (refused, _) = await _program.OrderAsync(Events.IdOf(task), seen: 1, "T2_US_MIT");
        await _outside.PublishAsync(RoutingKeys.SiteStatus, new SiteStatusChanged { Site = "T2_US_MIT", EffectiveAt = DateTimeOffset.UtcNow.AddMinutes(-1), Status = "drain" });
        await _program.UntilDrainedAsync("T2_US_MIT");
        await _pipeline.RestartAsync("scorer", Cancellation);

        Assert.Equal("No site is left to run at.", await _program.UntilAsync(task, refused!.Value, "refused"));
        Assert.False(await _program.IsRecordedAsync(task));
        var (other, _) = await _program.OrderAsync(Events.IdOf(task), seen: Revisions(task).Max(), "T1_US_FNAL");
        await _program.UntilAsync(task, other!.Value, "approved");
        await _program.UntilRecordedAsync(task);

        var said = _outside.Recommendations.Where(message => Is(message, task) && message.Said.Disposition == "approved").Select(message => message.Said).ToList();
        Assert.Equal(["T1_US_FNAL"], Assert.Single(said).Sites.Resolved);
    }

    [Fact]
    public async Task What_todays_actor_did_after_the_order_was_taken_back_counts_as_ordered()
    {
        var task = await ReportAsync("late");
        var (order, _) = await _program.OrderAsync(Events.IdOf(task), seen: 1);
        await _program.UntilAsync(task, order!.Value, "approved");
        await _program.UntilRecordedAsync(task);
        Assert.Contains(task.Workflow, await _program.PollAsync());

        Assert.Contains("may have been taken up", await _program.UndoAsync(order.Value), StringComparison.Ordinal);
        await SaidAsync(task, 3, "withdrawn");
        await _program.UntilRecordedAsync(task, recorded: false);
        await _program.ReportAsync(task.Workflow);

        await _program.UntilRecordedAsync(task);
        await _program.UntilTakenAsync(task.Workflow);
        Assert.Contains("An executor has acted", (await _program.OrderAsync(Events.IdOf(task), seen: 3)).Answer, StringComparison.Ordinal);
        Assert.DoesNotContain(task.Workflow, await _program.PollAsync());
        Assert.Equal([1, 2, 3], Revisions(task));
    }

    private async Task<WorkflowAssistanceRequested> ReportAsync(string name)
    {
        var task = Events.New(name) with { MemoryMb = 2_000 };
        await _outside.PublishAsync(RoutingKeys.WorkflowAssistance, task);
        await _outside.UntilAsync(received => Promise.AllAnswered([task], received));
        return task;
    }

    private async Task<RecoveryRecommended> SaidAsync(WorkflowAssistanceRequested task, int revision, string disposition)
    {
        await _outside.UntilAsync(received => received.Any(message => Is(message, task) && message.Said.Revision == revision));
        var said = _outside.Recommendations.First(message => Is(message, task) && message.Said.Revision == revision).Said;
        Assert.Equal(disposition, said.Disposition);
        return said;
    }

    private IEnumerable<int> Revisions(WorkflowAssistanceRequested task) =>
        _outside.Recommendations.Where(message => Is(message, task)).Select(message => message.Said.Revision).Order();

    private static RecoveryActionTaken Taken(WorkflowAssistanceRequested task, int revision, string result) => new()
    {
        RecommendationId = Events.IdOf(task), Revision = revision, Workflow = task.Workflow, Task = task.Task, TakenAt = DateTimeOffset.UtcNow, Result = result,
    };

    private static bool Is(Received message, WorkflowAssistanceRequested task) => message.Said.RecommendationId == Events.IdOf(task);
}
