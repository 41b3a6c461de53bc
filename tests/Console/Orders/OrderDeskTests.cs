using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Wire;
using static WorkflowRecovery.Console.Tests.Orders.Ordering;

namespace WorkflowRecovery.Console.Tests.Orders;

public sealed class OrderDeskTests(RunningDesk running) : IClassFixture<RunningDesk>
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly string _workflow = $"w_{Guid.NewGuid():N}";
    private readonly FakeTimeProvider _clock = new(RunningDesk.Now);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OrderDesk Desk => running.DeskAt(_clock);

    [Fact]
    public async Task An_order_is_sent_once_after_the_grace_time_and_as_it_was_shown()
    {
        var seen = await running.CaseAsync(_workflow);
        var request = Of(Plain with { MemoryMb = 9_000, SiteMode = "ban", Sites = ["T2_US_MIT"] }, seen);
        var preview = Assert.Single((await Desk.PreviewAsync(request, Ada, Cancellation)).Cases);
        var submitted = await Desk.SubmitAsync(request, Ada, Cancellation);
        await SendAsync(Grace - TimeSpan.FromSeconds(1));
        Assert.Empty(await running.HeardOfAsync(_workflow));

        await SendAsync(TimeSpan.FromSeconds(1), replicas: 4);

        var heard = await running.HeardOfAsync(_workflow);
        Assert.Equal([RoutingKeys.ActionRecorded, InsideKeys.RecoveryApproved], heard.Select(message => message.RoutingKey).Order());
        var recorded = heard.Single(message => message.RoutingKey == RoutingKeys.ActionRecorded);
        var approved = WireJson.Read<RecoveryApproved>(heard.Single(message => message.RoutingKey == InsideKeys.RecoveryApproved).Body);
        Assert.Equal(preview.RecordedJson, System.Text.Encoding.UTF8.GetString(recorded.Body));
        Assert.Equal(["T1_US_FNAL"], WireJson.Read<OperatorActionRecorded>(recorded.Body).Sites!);
        Assert.Equal(("recommendation.acdc.approved", 2, 9_000), (preview.RoutingKey, preview.Recommended.Revision, preview.Recommended.MemoryMb));
        Assert.Equal((submitted.OrderIds[0], seen.EventId, 1), (approved.Cases[0].OrderId, approved.Cases[0].EventId, approved.Cases[0].SeenRevision));
        Assert.Equal((9_000, "ada", RunningDesk.Now), (approved.Ordered.MemoryMb, approved.Operator, approved.RecordedAt));
        Assert.Equal(OrderStates.Sent, await StateAsync(seen));
    }

    [Fact]
    public async Task An_order_taken_back_in_time_is_never_sent_and_the_case_may_be_ordered_again()
    {
        var seen = await running.CaseAsync(_workflow);
        var submitted = await Desk.SubmitAsync(Of(Plain, seen), Ada, Cancellation);
        Assert.Equal(UndoResult.Undone, (await Desk.UndoAsync(submitted.OrderIds[0], Ada, Cancellation)).Result);
        await SendAsync(Grace);

        Assert.Empty(await running.HeardOfAsync(_workflow));
        Assert.True((await Desk.SubmitAsync(Of(Plain, seen), Ada, Cancellation)).Accepted);
    }

    [Fact]
    public async Task After_the_sending_it_is_asked_for_once_and_nothing_is_promised_when_an_executor_was_told()
    {
        var seen = await running.CaseAsync(_workflow);
        var order = (await Desk.SubmitAsync(Of(Plain, seen), Ada, Cancellation)).OrderIds[0];
        await SendAsync(Grace);
        await running.RunAsync("update console.order set served_at = now() where order_id = $1", order);
        var answers = new[] { await Desk.UndoAsync(order, Ada, Cancellation), await Desk.UndoAsync(order, Ada, Cancellation) };

        Assert.Equal([UndoResult.Asked, UndoResult.TooLate], answers.Select(answer => answer.Result));
        Assert.Contains("may have been taken up", answers[0].Text, StringComparison.Ordinal);
        var undone = WireJson.Read<ApprovalUndone>(Assert.Single(await running.HeardOfAsync(_workflow), message => message.RoutingKey == InsideKeys.ApprovalUndone).Body);
        Assert.Equal((order, $"/{_workflow}/Production", RunningDesk.Now, "ada"), (Assert.Single(undone.OrderIds), undone.Task, undone.RecordedAt, undone.Operator));
    }

    [Theory]
    [InlineData("review")]
    [InlineData("automatic")]
    public async Task What_was_recommended_may_have_expired(string disposition)
    {
        var seen = await running.CaseAsync(_workflow, disposition: disposition);
        _clock.Advance(TimeSpan.FromHours(23));

        Assert.True((await Desk.SubmitAsync(Of(Plain, seen), Ada, Cancellation)).Accepted);
    }

    [Fact]
    public async Task An_order_that_nobody_took_up_in_time_may_be_given_anew_and_counts_no_more()
    {
        var seen = await running.CaseAsync(_workflow);
        var first = await ApprovedAsync(seen);
        Assert.Equal("There is an order on it already.", await WhyNotAsync(seen with { Revision = 2 }));

        _clock.Advance(TimeSpan.FromHours(25));
        var again = await Desk.SubmitAsync(Of(Plain, seen with { Revision = 2 }), Ada, Cancellation);

        Assert.True(again.Accepted);
        Assert.Equal("expired", await running.AskAsync("select state from console.order where order_id = $1", first));
        Assert.Equal(UndoResult.TooLate, (await Desk.UndoAsync(first, Ada, Cancellation)).Result);
        Assert.Equal(UndoResult.Undone, (await Desk.UndoAsync(again.OrderIds[0], Ada, Cancellation)).Result);
        Assert.True((await Desk.SubmitAsync(Of(Plain, seen with { Revision = 2 }), Ada, Cancellation)).Accepted);
    }

    [Fact]
    public async Task An_order_that_was_taken_up_or_is_asked_back_does_not_give_way()
    {
        var (taken, asked) = (await running.CaseAsync(_workflow), await running.CaseAsync(_workflow, "Merge"));
        var order = (await ApprovedAsync(taken), await ApprovedAsync(asked)).Item2;
        await running.RunAsync(
            """
            insert into ingestor.executor_report (key, recommendation_id, revision, workflow, taken_at, result, received_at)
            values (gen_random_uuid(), $1, 2, $2, now(), 'claimed', now())
            """, taken.EventId, _workflow);
        await Desk.UndoAsync(order, Ada, Cancellation);
        _clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal("An executor has taken it up.", await WhyNotAsync(taken with { Revision = 2 }));
        Assert.Equal("There is an order on it already.", await WhyNotAsync(asked with { Revision = 2 }));
    }

    [Fact]
    public async Task What_was_answered_elsewhere_is_closed_also_when_it_expired()
    {
        var seen = await running.CaseAsync(_workflow);
        await running.RunAsync("update scorer.recovery_case set answered_at = now() where event_id = $1", seen.EventId);
        _clock.Advance(TimeSpan.FromHours(25));

        Assert.Equal("It has been answered already.", await WhyNotAsync(seen));
    }

    [Fact]
    public async Task Of_those_who_order_at_once_one_is_first()
    {
        var seen = await running.CaseAsync(_workflow);
        var submitted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Desk.SubmitAsync(Of(Plain, seen), Ada, Cancellation)));

        Assert.Single(submitted, one => one.Accepted);
        Assert.All(submitted.Where(one => !one.Accepted), one => Assert.Equal("There is an order on it already.", Assert.Single(one.Objections).Text));
    }

    [Fact]
    public async Task A_viewer_is_refused_and_so_is_who_looked_at_an_older_revision()
    {
        var seen = await running.CaseAsync(_workflow);

        Assert.Equal("role", Assert.Single((await Desk.SubmitAsync(Of(Plain, seen), Viewer, Cancellation)).Objections).Field);
        Assert.Contains("changed since you looked", Assert.Single((await Desk.SubmitAsync(Of(Plain, seen with { Revision = 0 }), Ada, Cancellation)).Objections).Text, StringComparison.Ordinal);
        Assert.Equal("There is no such case.", Assert.Single((await Desk.SubmitAsync(Of(Plain, new CaseSeen(Guid.NewGuid(), 1)), Ada, Cancellation)).Objections).Text);
    }

    [Fact]
    public async Task An_action_on_the_workflow_is_confirmed_shows_all_its_tasks_and_is_sent_as_one()
    {
        var (one, sibling) = (await running.CaseAsync(_workflow), await running.CaseAsync(_workflow, "Merge"));
        var clone = Plain with { Action = "clone" };

        Assert.Equal(["cases", "confirmed"], (await Desk.SubmitAsync(Of(clone, one), Ada, Cancellation)).Objections.Select(objection => objection.Field).Order());
        var stake = await Desk.StakeAsync(_workflow, Cancellation);
        Assert.Equal((2, 160L), (stake.Open.Count, stake.FinishedJobs));
        Assert.Equal([_workflow], stake.Family);

        var submitted = await Desk.SubmitAsync(Of(clone, one, sibling) with { Confirmed = true }, Ada, Cancellation);
        await SendAsync(Grace);
        var heard = await running.HeardOfAsync(_workflow);

        Assert.Equal(2, heard.Count);
        Assert.Null(WireJson.Read<OperatorActionRecorded>(heard.Single(message => message.RoutingKey == RoutingKeys.ActionRecorded).Body).Task);
        Assert.Equal(
            submitted.OrderIds.Order(),
            WireJson.Read<RecoveryApproved>(heard.Single(message => message.RoutingKey == InsideKeys.RecoveryApproved).Body).Cases.Select(each => each.OrderId).Order());
        Assert.Equal(UndoResult.Asked, (await Desk.UndoAsync(submitted.OrderIds[1], Ada, Cancellation)).Result);
        Assert.Equal(2, WireJson.Read<ApprovalUndone>((await running.HeardOfAsync(_workflow))[^1].Body).OrderIds.Count);
    }

    [Fact]
    public async Task Workflows_are_answered_together_when_they_fail_alike_and_never_cloned_together()
    {
        var (one, alike, other) = (await running.CaseAsync(_workflow), await running.CaseAsync($"{_workflow}_b"), await running.CaseAsync($"{_workflow}_c", code: 50660));

        Assert.False((await Desk.SubmitAsync(Of(Plain, one, other), Ada, Cancellation)).Accepted);
        Assert.False((await Desk.SubmitAsync(Of(Plain with { Action = "clone" }, one, alike) with { Confirmed = true }, Ada, Cancellation)).Accepted);
        Assert.Equal(2, (await Desk.SubmitAsync(Of(Plain, one, alike), Ada, Cancellation)).OrderIds.Count);
        await SendAsync(Grace);
        Assert.Equal(2, (await running.HeardOfAsync(_workflow)).Count);
        Assert.Equal(2, (await running.HeardOfAsync($"{_workflow}_b")).Count);
    }

    [Fact]
    public async Task What_the_scorer_made_of_an_order_is_shown()
    {
        var (approved, refused) = (await running.CaseAsync(_workflow), await running.CaseAsync(_workflow, "Merge"));
        var submitted = await Desk.SubmitAsync(Of(Plain, approved, refused), Ada, Cancellation);
        await SendAsync(Grace);
        await AnswerAsync(submitted.OrderIds[0], approved, "approved", why: null);
        await AnswerAsync(submitted.OrderIds[1], refused, "refused", "The round is over.");
        await running.DispatchAt(_clock).NoteAsync(Cancellation);
        var orders = await Desk.NewestAsync([approved.EventId, refused.EventId], Cancellation);
        Assert.Equal(("approved", "refused", "The round is over."), (orders[approved.EventId].State, orders[refused.EventId].State, orders[refused.EventId].Why));

        Assert.Equal(UndoResult.Asked, (await Desk.UndoAsync(submitted.OrderIds[0], Ada, Cancellation)).Result);
        await running.RunAsync(
            "insert into scorer.approval_undo (order_id, operator, undone_at, granted, why, at) values ($1, 'ada', now(), false, 'An executor has taken it up.', now())", submitted.OrderIds[0]);
        await running.DispatchAt(_clock).NoteAsync(Cancellation);
        Assert.Equal(0, await running.DispatchAt(_clock).NoteAsync(Cancellation));
        var kept = (await Desk.NewestAsync([approved.EventId], Cancellation))[approved.EventId];
        Assert.Equal(("approved", "An executor has taken it up."), (kept.State, kept.Why));
    }

    [Fact]
    public async Task Who_ordered_what_having_seen_what_and_who_took_it_back_is_written_down()
    {
        var seen = await running.CaseAsync(_workflow);
        var submitted = await Desk.SubmitAsync(Of(Plain, seen), Ada, Cancellation);
        await Desk.UndoAsync(submitted.OrderIds[0], Expert, Cancellation);

        Assert.Equal("ada order-submitted 1 0.8 the site is back", await running.AskAsync(
            """
            select concat_ws(' ', who, what, shown ->> 'revision', shown ->> 'confidence', details -> 'ordered' -> 'reasons' ->> 0)
            from console.audit where event_id = $1 order by number limit 1
            """, seen.EventId));
        Assert.Equal("grace order-undone", await running.AskAsync(
            "select who || ' ' || what from console.audit where event_id = $1 order by number desc limit 1", seen.EventId));
    }

    private async Task SendAsync(TimeSpan after, int replicas = 1)
    {
        _clock.Advance(after);
        await Task.WhenAll(Enumerable.Range(0, replicas).Select(_ => running.DispatchAt(_clock).SendAsync(Cancellation)));
    }

    /// <summary>An order that was sent, published as the second revision and noted as the case's answer.</summary>
    private async Task<Guid> ApprovedAsync(CaseSeen seen)
    {
        var order = (await Desk.SubmitAsync(Of(Plain, seen), Ada, Cancellation)).OrderIds[0];
        await SendAsync(Grace);
        await AnswerAsync(order, seen, "approved", why: null);
        await running.RunAsync(
            """
            update scorer.recovery_case c set revision = 2, disposition = 'approved', answered_at = o.recorded_at
            from console.order o where o.order_id = $1 and c.event_id = o.event_id
            """, order);
        await running.DispatchAt(_clock).NoteAsync(Cancellation);
        return order;
    }

    private async Task<string> WhyNotAsync(CaseSeen seen) => Assert.Single((await Desk.SubmitAsync(Of(Plain, seen), Ada, Cancellation)).Objections).Text;

    private Task AnswerAsync(Guid order, CaseSeen seen, string state, string? why) => running.RunAsync(
        """
        insert into scorer.approval (order_id, approval_id, event_id, seen_revision, recorded_at, operator, state, why, at)
        values ($1, $1, $2, 1, now(), 'ada', $3, $4, now())
        """, order, seen.EventId, state, why);

    private async Task<string> StateAsync(CaseSeen seen) => (await Desk.NewestAsync([seen.EventId], Cancellation))[seen.EventId].State;
}
