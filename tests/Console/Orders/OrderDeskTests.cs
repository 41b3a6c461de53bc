using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Console.People;
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
        var approved = WireJson.Read<RecoveryApproved>(Assert.Single(heard, message => message.RoutingKey == InsideKeys.RecoveryApproved).Body);
        Assert.Single(heard);
        Assert.Equal(OrderStates.Sent, await StateAsync(seen));
        await running.BecameAsync(submitted.OrderIds[0], seen, "approved", why: null);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => running.NotingAt(_clock).NoteAsync(Cancellation)));
        var recorded = Assert.Single(await running.HeardOfAsync(_workflow), message => message.RoutingKey == RoutingKeys.ActionRecorded);
        Assert.Equal(preview.RecordedJson, System.Text.Encoding.UTF8.GetString(recorded.Body));
        Assert.Equal(["T1_US_FNAL"], WireJson.Read<OperatorActionRecorded>(recorded.Body).Sites!);
        Assert.Equal(("recommendation.acdc.approved", 2, 9_000), (preview.RoutingKey, preview.Recommended.Revision, preview.Recommended.MemoryMb));
        Assert.Equal((submitted.OrderIds[0], seen.EventId, 1), (approved.Cases[0].OrderId, approved.Cases[0].EventId, approved.Cases[0].SeenRevision));
        Assert.Equal((9_000, "ada", RunningDesk.Now), (approved.Ordered.MemoryMb, approved.Operator, approved.RecordedAt));
        Assert.Equal(OrderStates.Approved, await StateAsync(seen));
    }

    [Fact]
    public async Task An_order_that_is_refused_is_written_down_with_who_wanted_it_and_why_not()
    {
        var seen = await running.CaseAsync(_workflow);
        var eve = Person.Of($"eve {_workflow}", Role.Viewer, "test");
        Assert.False((await Desk.SubmitAsync(Of(Plain, seen), eve, Cancellation)).Accepted);
        Assert.False((await Desk.SubmitAsync(Of(Plain, seen with { Revision = 7 }), Ada, Cancellation)).Accepted);
        Assert.Equal(UndoResult.NotAllowed, (await Desk.UndoAsync(Guid.NewGuid(), eve, Cancellation)).Result);

        Assert.Equal("order-refused denied", await running.AskAsync("select string_agg(what, ' ' order by number) from console.audit where who = $1", $"eve {_workflow}"));
        Assert.Contains("Only operators may order.", (string)(await running.AskAsync("select details::text from console.audit where who = $1 order by number limit 1", $"eve {_workflow}"))!, StringComparison.Ordinal);
        Assert.Contains(
            "It has changed since you looked: revision 1, not 7.",
            (string)(await running.AskAsync("select details::text from console.audit where what = 'order-refused' and who = 'ada' and event_id = $1", seen.EventId))!, StringComparison.Ordinal);
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
        Assert.Equal(
            "order-submitted order-undo-asked order-undo-refused", await running.AskAsync("select string_agg(what, ' ' order by number) from console.audit where workflow = $1", _workflow));
        Assert.Contains(
            "There is nothing to take back any more.",
            (string)(await running.AskAsync("select details::text from console.audit where what = 'order-undo-refused' and event_id = $1", seen.EventId))!, StringComparison.Ordinal);
        var undone = WireJson.Read<ApprovalUndone>(Assert.Single(await running.HeardOfAsync(_workflow), message => message.RoutingKey == InsideKeys.ApprovalUndone).Body);
        Assert.Equal((order, $"/{_workflow}/Production", RunningDesk.Now, "ada"), (Assert.Single(undone.OrderIds), undone.Task, undone.RecordedAt, undone.Operator));
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
        Assert.Equal((2, "160 finished jobs"), (stake.Open.Count, stake.Lost));
        Assert.Equal([new FamilyMember(_workflow, 160, IsWhole: true)], stake.Family);

        var submitted = await Desk.SubmitAsync(Of(clone, one, sibling) with { Confirmed = true }, Ada, Cancellation);
        await SendAsync(Grace);
        foreach (var (order, each) in submitted.OrderIds.Zip((CaseSeen[])[one, sibling]))
            await running.BecameAsync(order, each, "approved", why: null);
        await running.NotingAt(_clock).NoteAsync(Cancellation);
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
    public async Task What_a_clone_loses_is_counted_over_all_tasks_of_the_family_also_those_that_cannot_be_ordered_for()
    {
        var (_, ordered, kin) = (await running.CaseAsync(_workflow), await running.CaseAsync(_workflow, "Merge"), await running.CaseAsync($"{_workflow}_kin"));
        await Desk.SubmitAsync(Of(Plain, ordered), Ada, Cancellation);
        await running.RunAsync("update scorer.recovery_case set family = $1 where event_id = $2", _workflow, kin.EventId);
        Assert.Equal("240 finished jobs", (await Desk.StakeAsync(_workflow, Cancellation)).Lost);

        await running.RunAsync(
            "update ingestor.assistance_event set body = convert_to(replace(convert_from(body, 'UTF8'), '\"totalJobs\":100,', ''), 'UTF8') where event_id = $1", kin.EventId);
        var stake = await Desk.StakeAsync(_workflow, Cancellation);

        Assert.Equal("at least 160 finished jobs", stake.Lost);
        Assert.Equal(["160 finished jobs", "an unknown number of finished jobs"], stake.Family.Select(member => member.Text));
    }

    [Fact]
    public async Task Workflows_are_answered_together_when_they_fail_alike_and_never_cloned_together()
    {
        var (one, alike, other) = (await running.CaseAsync(_workflow), await running.CaseAsync($"{_workflow}_b"), await running.CaseAsync($"{_workflow}_c", code: 50660));

        Assert.False((await Desk.SubmitAsync(Of(Plain, one, other), Ada, Cancellation)).Accepted);
        Assert.False((await Desk.SubmitAsync(Of(Plain with { Action = "clone" }, one, alike) with { Confirmed = true }, Ada, Cancellation)).Accepted);
        Assert.Equal(2, (await Desk.SubmitAsync(Of(Plain, one, alike), Ada, Cancellation)).OrderIds.Count);
        await SendAsync(Grace);
        Assert.Single(await running.HeardOfAsync(_workflow));
        Assert.Single(await running.HeardOfAsync($"{_workflow}_b"));
    }

    [Fact]
    public async Task What_the_scorer_made_of_an_order_is_shown()
    {
        var (approved, refused) = (await running.CaseAsync(_workflow), await running.CaseAsync(_workflow, "Merge"));
        var submitted = await Desk.SubmitAsync(Of(Plain, approved, refused), Ada, Cancellation);
        await SendAsync(Grace);
        await running.BecameAsync(submitted.OrderIds[0], approved, "approved", why: null);
        await running.BecameAsync(submitted.OrderIds[1], refused, "refused", "The round is over.");
        await running.NotingAt(_clock).NoteAsync(Cancellation);
        var orders = await Desk.NewestAsync([approved.EventId, refused.EventId], Cancellation);
        Assert.Equal(("approved", "refused", "The round is over."), (orders[approved.EventId].State, orders[refused.EventId].State, orders[refused.EventId].Why));

        Assert.Equal(
            $"/{_workflow}/Production",
            WireJson.Read<OperatorActionRecorded>(Assert.Single(await running.HeardOfAsync(_workflow), message => message.RoutingKey == RoutingKeys.ActionRecorded).Body).Task);

        Assert.Equal(UndoResult.Asked, (await Desk.UndoAsync(submitted.OrderIds[0], Ada, Cancellation)).Result);
        await running.RunAsync(
            "insert into scorer.approval_undo (order_id, operator, undone_at, granted, why, at) values ($1, 'ada', now(), false, 'An executor has taken it up.', now())", submitted.OrderIds[0]);
        await running.NotingAt(_clock).NoteAsync(Cancellation);
        Assert.Equal(0, await running.NotingAt(_clock).NoteAsync(Cancellation));
        var kept = (await Desk.NewestAsync([approved.EventId], Cancellation))[approved.EventId];
        Assert.Equal(("approved", "An executor has taken it up."), (kept.State, kept.Why));
    }

    [Fact]
    public async Task An_order_that_nobody_took_up_in_time_makes_room_for_another_and_one_that_was_taken_up_does_not()
    {
        var (left, taken) = (await running.CaseAsync(_workflow), await running.CaseAsync(_workflow, "Merge"));
        var submitted = await Desk.SubmitAsync(Of(Plain, left, taken), Ada, Cancellation);
        await SendAsync(Grace);
        var expiresAt = _clock.GetUtcNow().AddHours(24);
        foreach (var (order, seen) in submitted.OrderIds.Zip((CaseSeen[])[left, taken]))
        {
            await running.BecameAsync(order, seen, "approved", why: null, expiresAt);
            await running.SayApprovedAsync(seen, expiresAt);
        }

        await running.NotingAt(_clock).NoteAsync(Cancellation);
        await running.RunAsync(
            """
            insert into ingestor.executor_report (key, recommendation_id, revision, workflow, task, taken_at, result, received_at)
            values (gen_random_uuid(), $1, 2, $2, 'x', $3, 'claimed', $3)
            """, taken.EventId, _workflow, RunningDesk.Now);
        Assert.Equal("There is an order on it already.", Assert.Single((await Desk.SubmitAsync(Of(Plain, left with { Revision = 2 }), Ada, Cancellation)).Objections).Text);
        _clock.SetUtcNow(expiresAt);
        Assert.Equal("was published, and nobody took it up in time", await TextAsync(left));
        Assert.Equal("is published, and an executor acts on it or has", await TextAsync(taken));

        Assert.True((await Desk.SubmitAsync(Of(Plain, left with { Revision = 2 }), Ada, Cancellation)).Accepted);
        Assert.Contains("An executor has acted", Assert.Single((await Desk.SubmitAsync(Of(Plain, taken with { Revision = 2 }), Ada, Cancellation)).Objections).Text, StringComparison.Ordinal);
        Assert.Equal(OrderStates.Pending, await StateAsync(left));
    }

    [Fact]
    public async Task Of_requests_that_overlap_on_expired_orders_one_is_first_and_none_is_stuck()
    {
        var seen = new List<CaseSeen>();
        for (var number = 0; number < 20; number++)
            seen.Add(await running.CaseAsync(_workflow, $"Step{number}"));
        var submitted = await Desk.SubmitAsync(Of(Plain, [.. seen]), Ada, Cancellation);
        await SendAsync(Grace);
        var expiresAt = _clock.GetUtcNow().AddHours(24);
        foreach (var (order, one) in submitted.OrderIds.Zip(seen))
        {
            await running.BecameAsync(order, one, "approved", why: null, expiresAt);
            await running.SayApprovedAsync(one, expiresAt);
        }

        await running.NotingAt(_clock).NoteAsync(Cancellation);
        _clock.SetUtcNow(expiresAt);
        CaseSeen[] again = [.. seen.Select(one => one with { Revision = 2 })];
        var orders = await Task.WhenAll(Enumerable.Range(0, 8).Select(turn =>
            Desk.SubmitAsync(Of(Plain, turn % 2 == 0 ? again : [.. again.Reverse()]), Ada, Cancellation)));

        Assert.Single(orders, one => one.Accepted);
        Assert.All(orders.Where(one => !one.Accepted), one => Assert.Contains("There is an order on it already.", one.Objections.Select(objection => objection.Text)));
        Assert.Equal("20 20", await running.AskAsync(
            "select count(*) filter (where state = 'expired') || ' ' || count(*) filter (where state = 'pending') from console.order where workflow = $1", _workflow));
    }

    [Fact]
    public async Task What_an_executor_was_told_of_and_has_not_reported_is_ordered_again_only_when_that_is_confirmed()
    {
        var seen = await running.CaseAsync(_workflow);
        var order = (await Desk.SubmitAsync(Of(Plain, seen), Ada, Cancellation)).OrderIds[0];
        await SendAsync(Grace);
        var expiresAt = _clock.GetUtcNow().AddHours(24);
        await running.BecameAsync(order, seen, "approved", why: null, expiresAt);
        await running.SayApprovedAsync(seen, expiresAt);
        await running.NotingAt(_clock).NoteAsync(Cancellation);
        await running.TellExecutorAsync(seen, _workflow);
        _clock.SetUtcNow(expiresAt);
        Assert.Equal("was published and has expired; an executor was told of it and has not reported, so that it may still be done", await TextAsync(seen));

        var again = Of(Plain, seen with { Revision = 2 });
        var refused = Assert.Single((await Desk.SubmitAsync(again, Ada, Cancellation)).Objections);
        Assert.Equal(("confirmed", "An executor was told of it and has not reported; it may still be done. To order it again needs to be confirmed."), (refused.Field, refused.Text));
        Assert.Empty((await Desk.PreviewAsync(again, Ada, Cancellation)).Cases);
        Assert.True((await Desk.SubmitAsync(again with { Confirmed = true }, Ada, Cancellation)).Accepted);
    }

    [Fact]
    public async Task What_was_recommended_too_long_ago_may_still_be_ordered_and_what_an_executor_gave_up_too()
    {
        var (old, given) = (await running.CaseAsync(_workflow), await running.CaseAsync(_workflow, "Merge"));
        foreach (var (result, minutes) in new[] { ("claimed", 1), ("failed", 2) })
        {
            await running.RunAsync(
                """
                insert into ingestor.executor_report (key, recommendation_id, revision, workflow, task, taken_at, result, received_at)
                values (gen_random_uuid(), $1, 1, $2, 'x', $3, $4, $3)
                """, given.EventId, _workflow, RunningDesk.Now.AddMinutes(minutes), result);
        }

        _clock.Advance(TimeSpan.FromDays(3));

        Assert.True((await Desk.SubmitAsync(Of(Plain, old, given), Ada, Cancellation)).Accepted);
    }

    [Fact]
    public async Task An_order_that_an_executor_made_needless_is_shown_as_withdrawn()
    {
        var seen = await running.CaseAsync(_workflow);
        var order = (await Desk.SubmitAsync(Of(Plain, seen), Ada, Cancellation)).OrderIds[0];
        await SendAsync(Grace);
        await running.BecameAsync(order, seen, "approved", why: null);
        await running.NotingAt(_clock).NoteAsync(Cancellation);
        await running.RunAsync("update scorer.approval set state = 'withdrawn', why = 'An executor has acted on an earlier order.' where order_id = $1", order);
        await running.NotingAt(_clock).NoteAsync(Cancellation);

        Assert.Equal("was withdrawn: An executor has acted on an earlier order.", await TextAsync(seen));
    }

    [Fact]
    public async Task What_was_ordered_at_once_is_taken_back_at_once_and_none_of_it_is_sent()
    {
        CaseSeen[] seen = [await running.CaseAsync(_workflow), await running.CaseAsync(_workflow, "Merge"), await running.CaseAsync(_workflow, "Harvest")];
        var submitted = await Desk.SubmitAsync(Of(Plain, seen), Ada, Cancellation);
        Assert.Equal(UndoResult.NotAllowed, (await Desk.UndoAllAsync(submitted.GroupId!.Value, Viewer, Cancellation)).Result);
        Assert.Equal(UndoResult.Undone, (await Desk.UndoAsync(submitted.OrderIds[1], Ada, Cancellation)).Result);

        var answer = await Desk.UndoAllAsync(submitted.GroupId!.Value, Ada, Cancellation);
        await SendAsync(Grace);

        Assert.Equal((UndoResult.Undone, "3 orders taken back; nothing was sent.", 0), (answer.Result, answer.Text, answer.Left.Count));
        Assert.Empty(await running.HeardOfAsync(_workflow));
        Assert.Equal(3L, await running.AskAsync("select count(*) from console.audit where what = 'order-undone' and workflow = $1", _workflow));
        Assert.Equal(UndoResult.TooLate, (await Desk.UndoAllAsync(submitted.GroupId!.Value, Ada, Cancellation)).Result);
    }

    [Fact]
    public async Task Of_orders_taken_back_at_once_those_that_were_sent_before_are_named_and_asked_back()
    {
        CaseSeen[] seen = [await running.CaseAsync(_workflow), await running.CaseAsync(_workflow, "Merge"), await running.CaseAsync(_workflow, "Harvest")];
        var submitted = await Desk.SubmitAsync(Of(Plain, seen), Ada, Cancellation);
        await running.RunAsync("update console.order set due_at = due_at + interval '1 hour' where order_id = $1", submitted.OrderIds[1]);
        await SendAsync(Grace);
        await running.BecameAsync(submitted.OrderIds[2], seen[2], "refused", "The round is over.");
        await running.NotingAt(_clock).NoteAsync(Cancellation);

        var answer = await Desk.UndoAllAsync(submitted.GroupId!.Value, Ada, Cancellation);

        Assert.Equal((UndoResult.Undone, "1 order of 3 taken back before being sent. Not these:"), (answer.Result, answer.Text));
        Assert.Equal(
            [$"/{_workflow}/Harvest There is nothing to take back any more.", $"/{_workflow}/Production It was sent: it is withdrawn unless an executor has taken it up."],
            answer.Left.Select(one => $"{one.Task} {one.Text}").Order(StringComparer.Ordinal));
        Assert.Equal(OrderStates.Undone, await StateAsync(seen[1]));
        var asked = Assert.Single(await running.HeardOfAsync(_workflow), message => message.RoutingKey == InsideKeys.ApprovalUndone);
        Assert.Equal(submitted.OrderIds[0], Assert.Single(WireJson.Read<ApprovalUndone>(asked.Body).OrderIds));
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

    private async Task<string> TextAsync(CaseSeen seen) =>
        OrderText.Of((await Desk.NewestAsync([seen.EventId], Cancellation))[seen.EventId], _clock.GetUtcNow());

    private async Task<string> StateAsync(CaseSeen seen) => (await Desk.NewestAsync([seen.EventId], Cancellation))[seen.EventId].State;
}
