using Microsoft.Extensions.Logging.Abstractions;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.Scorer.Tests.Models;
using static WorkflowRecovery.Scorer.Tests.Storage.Deciding;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>What was decided to be automatic and had not left when the switch went off.</summary>
public sealed class RecallTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private readonly WorkflowAssistanceRequested _task = NewTask();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Guid Id => EventIdentity.Of(_task.Workflow, _task.Task, _task.ReportedAt);

    public async ValueTask InitializeAsync() => await stores.SwitchAsync(isOn: true);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task While_the_switch_is_off_it_does_not_leave_and_what_is_for_review_does()
    {
        await stores.DecideAsync(_task);
        await stores.SwitchAsync(isOn: false);
        var reviewed = NewTask();
        await stores.DecideAsync(reviewed);

        await stores.SweepAsync();

        Assert.Empty(await stores.ReceivedOfAsync(Id));
        Assert.Single(await stores.ReceivedOfAsync(EventIdentity.Of(reviewed.Workflow, reviewed.Task, reviewed.ReportedAt)));

        await stores.SwitchAsync(isOn: true);
        await stores.SweepAsync();
        Assert.Equal("recommendation.acdc.automatic", Assert.Single(await stores.ReceivedOfAsync(Id)).RoutingKey);
    }

    [Fact]
    public async Task Soon_it_is_told_for_review_and_never_as_automatic_also_when_the_switch_is_on_again()
    {
        await stores.DecideAsync(_task);
        await stores.SwitchAsync(isOn: false);
        using (var recall = new AutomaticRecall(
            stores.Databases, stores.CasesAt(TimeProvider.System, TrainedModels.Set), TimeProvider.System, NullLogger<AutomaticRecall>.Instance))
        {
            await recall.StartAsync(Cancellation);
            await stores.UntilReceivedAsync(Id);
            await recall.StopAsync(Cancellation);
        }

        await stores.SwitchAsync(isOn: true);
        await stores.SweepAsync();

        // Stopped between the broker's word and our mark, it is sent once more.
        var told = Assert.Single((await stores.ReceivedOfAsync(Id)).DistinctBy(message => message.MessageId));
        Assert.Equal(("recommendation.acdc.review", 2, "policy.switch"), (told.RoutingKey, told.Said.Revision, told.Said.Reasons[^1].Feature));
    }

    [Fact]
    public async Task A_workflow_that_cannot_be_recalled_keeps_no_other_from_it()
    {
        var broken = NewTask("a" + _task.Workflow);
        await stores.DecideAsync(broken);
        await stores.DecideAsync(_task);
        await stores.RunAsOwnerAsync("update scorer.recommendation set body = '' where workflow = $1", broken.Workflow);
        await stores.SwitchAsync(isOn: false);
        using var recall = new AutomaticRecall(
            stores.Databases, stores.CasesAt(TimeProvider.System, TrainedModels.Set), TimeProvider.System, NullLogger<AutomaticRecall>.Instance);

        await recall.StartAsync(Cancellation);
        await stores.UntilReceivedAsync(Id);
        await recall.StopAsync(Cancellation);

        Assert.Equal("review", (await stores.ReceivedOfAsync(Id))[0].Said.Disposition);
        Assert.Empty(await stores.ReceivedOfAsync(EventIdentity.Of(broken.Workflow, broken.Task, broken.ReportedAt)));
        await stores.RunAsOwnerAsync("delete from scorer.outgoing_message where message_id = (select message_id from scorer.recommendation where workflow = $1)", broken.Workflow);
    }

    [Fact]
    public async Task What_has_left_stays_as_it_was_told()
    {
        await stores.DecideAsync(_task);
        await stores.SweepAsync();
        await stores.SwitchAsync(isOn: false);

        await stores.CasesAt(TimeProvider.System, TrainedModels.Set).RecallAsync(_task.Workflow, Cancellation);

        Assert.Equal("automatic", Assert.Single(await stores.ReceivedOfAsync(Id)).Said.Disposition);
    }

    [Fact]
    public async Task What_an_operator_answered_meanwhile_stays_answered()
    {
        await stores.DecideAsync(_task);
        await stores.OrderAsync(_task.Workflow, _task.Task, _task.ReportedAt.AddMinutes(5));
        await stores.SwitchAsync(isOn: false);

        await stores.CasesAt(TimeProvider.System, TrainedModels.Set).RecallAsync(_task.Workflow, Cancellation);

        Assert.Equal(_task.ReportedAt.AddMinutes(5), (await stores.CaseOfAsync(Id)).AnsweredAt);
        Assert.Equal("review", Assert.Single(await stores.ReceivedOfAsync(Id)).Said.Disposition);
    }
}
