using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Simulation.Live;
using WorkflowRecovery.Simulation.Sites;

namespace WorkflowRecovery.Simulation.Tests;

/// <summary>The messages of the outside, as a subscriber sees them pass.</summary>
public sealed class LiveStreamTests
{
    private static readonly SimulatedTask[] Tasks = [.. Simulated.Tasks.Skip(10_000).Take(1_500)];
    private static readonly OutsideMessage[] Messages = [.. LiveStream.Of(Tasks, SiteTimeline.Of(Simulated.Options))];

    [Fact]
    public void Messages_come_in_time_order() =>
        Assert.All(Messages.Zip(Messages.Skip(1)), pair => Assert.True(pair.First.At <= pair.Second.At));

    [Fact]
    public void The_statuses_that_went_before_explain_every_readiness_in_the_matrices()
    {
        var byTask = Tasks.ToDictionary(task => task.Task);
        var readiness = new Dictionary<string, string>();
        foreach (var message in Messages)
        {
            if (message.Body is SiteStatusChanged { Readiness: { } word } status)
                readiness[status.Site] = word;
            if (message.Body is WorkflowAssistanceRequested call)
                Assert.All(byTask[call.Task].Matrix.Cells, cell => Assert.Equal(Domain.Sites.ReadinessNames.ToName(cell.Readiness), readiness.GetValueOrDefault(cell.Site, "none")));
        }
    }

    [Fact]
    public void A_tracked_site_with_errors_has_a_status_younger_than_a_day()
    {
        var tracked = SiteTimeline.Of(Simulated.Options).Changes.Select(change => change.Site).ToHashSet();
        var said = new Dictionary<string, DateTimeOffset>();
        foreach (var message in Messages)
        {
            if (message.Body is SiteStatusChanged status)
                said[status.Site] = status.EffectiveAt;
            if (message.Body is WorkflowAssistanceRequested call)
                Assert.All(call.Errors.Where(row => tracked.Contains(row.Site)), row => Assert.True(call.ReportedAt - said[row.Site] < TimeSpan.FromDays(1)));
        }
    }

    [Fact]
    public void A_status_that_is_said_again_is_another_message_and_there_are_not_more_of_them_than_two_a_day_and_site()
    {
        var statuses = Bodies<SiteStatusChanged>().ToList();
        var days = (Tasks.Max(task => task.ReportedAt) - Tasks.Min(task => task.ReportedAt)).TotalDays + 1;

        Assert.Distinct(statuses.Select(status => (status.Site, status.EffectiveAt, status.Source)));
        Assert.All(statuses.GroupBy(status => status.Site), site => Assert.InRange(site.Zip(site.Skip(1)).Count(pair => pair.First.Readiness == pair.Second.Readiness), 0, 2 * days));
    }

    [Fact]
    public void Every_task_calls_for_assistance_once_with_its_errors()
    {
        var calls = Bodies<WorkflowAssistanceRequested>().ToDictionary(call => call.Task);

        Assert.Equal(Tasks.Length, calls.Count);
        Assert.All(Tasks, task => Assert.Equal(
            task.Matrix.Cells.Select(cell => (cell.Code, cell.Site, cell.Count)),
            calls[task.Task].Errors.Select(row => (row.Code, row.Site, row.Count))));
    }

    [Fact]
    public void Orders_come_after_the_call_once_for_a_whole_workflow_or_once_for_each_ticked_task()
    {
        var orders = Bodies<OperatorActionRecorded>().ToLookup(order => order.Workflow);

        Assert.All(Tasks.GroupBy(task => task.Workflow), workflow =>
        {
            var expected = workflow.First().WholeWorkflow ? [null] : workflow.Where(task => task.ParametersGiven).Select(task => (string?)task.Task);
            Assert.Equal(expected, orders[workflow.Key].Select(order => order.Task));
            Assert.All(orders[workflow.Key], order => Assert.True(order.RecordedAt > workflow.First().ReportedAt));
        });
    }

    [Fact]
    public void Fields_with_a_closed_choice_hold_its_words()
    {
        Assert.All(Bodies<SiteStatusChanged>(), status => Assert.Contains(status.Status, Words.SiteStatus));
        Assert.All(Bodies<OperatorActionRecorded>(), order => Assert.Contains(order.Action, Words.Action));
        Assert.All(Bodies<OperatorActionRecorded>().Where(order => order.Splitting is not null), order => Assert.Contains(order.Splitting, Words.Splitting));
        Assert.All(Bodies<OperatorActionRecorded>().Where(order => order.Xrootd is not null), order => Assert.Contains(order.Xrootd, Words.Switch));
    }

    [Fact]
    public void Each_message_carries_the_routing_key_of_its_type() => Assert.All(Messages, message => Assert.Equal(
        message.Body switch
        {
            SiteStatusChanged => RoutingKeys.SiteStatus,
            WorkflowAssistanceRequested => RoutingKeys.WorkflowAssistance,
            _ => RoutingKeys.ActionRecorded,
        },
        message.RoutingKey));

    [Fact]
    public void Nothing_happens_without_tasks() => Assert.Empty(LiveStream.Of([], SiteTimeline.Of(Simulated.Options)));

    private static IEnumerable<T> Bodies<T>() => Messages.Select(message => message.Body).OfType<T>();
}
