using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.Scorer.Tests.Models;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>What operators order in answer to a recommendation, and take back.</summary>
public sealed class OrderTests(RunningStores stores) : IClassFixture<RunningStores>
{
    // What may be acted on, as the console tells it to executors that poll.
    private const string Standing = "from scorer.open_case where workflow = $1 and disposition in ('automatic', 'approved') and expires_at > now()";

    private static readonly TimeSpan After = TimeSpan.FromMinutes(5);
    private static readonly DateTimeOffset Now = Rounds.First.AddMinutes(10);

    private readonly Rounds _rounds = new();
    private readonly FakeTimeProvider _clock = new(Rounds.First.AddMinutes(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CaseStore Cases => stores.CasesAt(_clock, TrainedModels.Set);

    [Fact]
    public async Task An_order_is_published_once_as_the_next_revision_with_the_operators_own_plan()
    {
        var matrix = await JudgedAsync(_rounds.Matrix(code: 50660));
        var approval = Approval.Of(matrix, After, ordered: Approval.Plain with
        {
            MemoryMb = 16_000, Splitting = "10x", Xrootd = "enabled", SiteMode = "manual", Sites = ["T2_DE_DESY", "T2_US_UCSD"],
        });
        await stores.RunAsOwnerAsync(
            "insert into featurizer.site_status (site, effective_at, source, status, received_at) values ('T2_US_UCSD', $1, $2, 'drain', $1)", Rounds.First, _rounds.Workflow);
        _clock.SetUtcNow(Now);
        await Cases.ApproveAsync(approval.Approved, Cancellation);
        await Cases.ApproveAsync(approval.Approved, Cancellation);

        var received = await stores.ReceivedOfAsync(matrix.EventId);
        var said = received[1].Said;

        Assert.Equal(2, received.Count);
        Assert.Equal(("recommendation.acdc.approved", 2, Now, Now.AddHours(24)), (received[1].RoutingKey, said.Revision, said.RecommendedAt, said.ExpiresAt));
        Assert.Equal((16_000, "10x", "enabled"), (said.MemoryMb, said.Splitting, said.Xrootd));
        Assert.Equal(("manual", "T2_DE_DESY"), (said.Sites.Mode, Assert.Single(said.Sites.Resolved)));
        Assert.Equal(["Ordered by ada.", "the site is back"], said.Reasons.Select(reason => reason.Text));
        Assert.InRange(said.Confidence!.Value, 0, received[0].Said.Confidence!.Value);
        Assert.Contains(said.Alternatives, plan => plan.MemoryMb == 20_000);
        Assert.Equal(received[0].Said.EffectKey, said.EffectKey);
        Assert.Equal("approved 2", await BecameAsync(approval));
    }

    [Theory]
    [InlineData(8028)]
    [InlineData(85)]
    public async Task What_is_ordered_as_it_was_recommended_keeps_its_confidence_and_with_another_switch_it_has_its_own(int code)
    {
        var (asSaid, switched) = (await JudgedAsync(_rounds.Matrix(code: code)), await JudgedAsync(new Rounds().Matrix(code: code)));
        var said = (await stores.ReceivedOfAsync(asSaid.EventId))[0].Said;
        var order = Approval.Plain with { MemoryMb = said.MemoryMb, Splitting = said.Splitting, Xrootd = said.Xrootd, Secondary = said.Secondary, Cores = said.Cores };
        _clock.SetUtcNow(Now);
        await Cases.ApproveAsync(Approval.Of(asSaid, After, ordered: order).Approved, Cancellation);
        await Cases.ApproveAsync(Approval.Of(switched, After, ordered: order with { Secondary = said.Secondary is null ? "enabled" : null }).Approved, Cancellation);

        var (kept, own) = ((await stores.ReceivedOfAsync(asSaid.EventId))[^1].Said, (await stores.ReceivedOfAsync(switched.EventId))[^1].Said);

        Assert.Equal(("approved", "approved"), (kept.Disposition, own.Disposition));
        Assert.Equal(said.Confidence!.Value, kept.Confidence!.Value, 9);
        Assert.InRange(own.Confidence!.Value, double.Epsilon, 1 - said.Confidence.Value);
    }

    [Fact]
    public async Task An_order_on_the_workflow_is_one_effect_for_all_its_tasks_and_holds_back_what_is_automatic()
    {
        var (one, sibling, automatic) = (_rounds.Matrix(), _rounds.Matrix(task: "Merge"), _rounds.Matrix(task: "Other"));
        foreach (var matrix in (MatrixStored[])[one, sibling, automatic])
            await JudgedAsync(matrix);
        await stores.RunAsOwnerAsync("update scorer.recovery_case set disposition = 'automatic' where event_id = $1", automatic.EventId);
        await Cases.ApproveAsync(Approval.OfWorkflow(After, one, sibling).Approved, Cancellation);

        var (first, second) = ((await stores.ReceivedOfAsync(one.EventId))[^1], (await stores.ReceivedOfAsync(sibling.EventId))[^1]);

        Assert.Equal(("recommendation.clone.approved", "workflow"), (first.RoutingKey, first.Said.Scope));
        Assert.Equal(first.Said.EffectKey, second.Said.EffectKey);
        Assert.Equal("review", (await stores.ReceivedOfAsync(automatic.EventId))[^1].Said.Disposition);
    }

    [Fact]
    public async Task Of_a_blinded_case_only_the_order_is_published()
    {
        var matrix = _rounds.Matrix(code: 50660);
        await stores.ReportAsync(matrix.Event);
        await stores.CasesAt(_clock, TrainedModels.Set, blindedShare: 1.1).JudgeAsync(matrix, Cancellation);
        await Cases.ApproveAsync(Approval.Of(matrix, After).Approved, Cancellation);

        var said = (await stores.ReceivedOfAsync(matrix.EventId))[^1].Said;

        Assert.Equal(("acdc", "approved", null, null, null), (said.Action, said.Disposition, said.Reason, said.MemoryMb, said.Confidence));
        Assert.Empty(said.Alternatives);
        Assert.Equal(["order", "order"], said.Reasons.Select(reason => reason.Feature));
        Assert.Equal(["T2_US_MIT"], said.Sites.Resolved);
        Assert.Equal("[]", await stores.AskAsCommandLineAsync(
            "select plans::text from scorer.given_recommendation where event_id = $1 and disposition = 'approved'", matrix.EventId));
    }

    [Fact]
    public async Task A_second_order_is_refused_with_its_reason_and_so_is_one_after_the_workflow_left()
    {
        var matrix = await JudgedAsync(_rounds.Matrix());
        var (second, late) = (Approval.Of(matrix, After), Approval.Of(matrix, After));
        await Cases.ApproveAsync(Approval.Of(matrix, After).Approved, Cancellation);
        await Cases.ApproveAsync(second.Approved, Cancellation);
        await Cases.LeaveAsync(_rounds.Departure(TimeSpan.FromHours(1)), Cancellation);
        await Cases.ApproveAsync(late.Approved, Cancellation);

        Assert.Equal(["review", "approved"], await SaidAsync(matrix));
        Assert.Equal("refused Another order on this case stands already.", await BecameAsync(second));
        Assert.StartsWith("refused The round is over", await BecameAsync(late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_that_could_run_nowhere_is_refused()
    {
        var matrix = await JudgedAsync(_rounds.Matrix());
        var approval = Approval.Of(matrix, After, ordered: Approval.Plain with { SiteMode = "ban", Sites = ["T2_US_MIT"] });
        await Cases.ApproveAsync(approval.Approved, Cancellation);

        Assert.Equal("refused No site is left to run at.", await BecameAsync(approval));
    }

    [Fact]
    public async Task A_case_with_an_order_is_not_revised_by_newer_counts()
    {
        var matrix = await JudgedAsync(_rounds.Matrix());
        await Cases.ApproveAsync(Approval.Of(matrix, After).Approved, Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);

        Assert.Equal(["review", "approved"], await SaidAsync(matrix));
    }

    [Fact]
    public async Task An_undo_withdraws_the_order_once_and_forgets_the_label()
    {
        var matrix = await JudgedAsync(_rounds.Matrix());
        var approval = Approval.Of(matrix, After);
        await Cases.ApproveAsync(approval.Approved, Cancellation);
        await Cases.UndoAsync(approval.Undone, Cancellation);
        await Cases.UndoAsync(approval.Undone, Cancellation);

        Assert.Equal(["review", "approved", "withdrawn"], await SaidAsync(matrix));
        Assert.Equal("ada took the order back.", Assert.Single((await stores.ReceivedOfAsync(matrix.EventId))[^1].Said.Reasons).Text);
        Assert.Equal((approval.Task, approval.RecordedAt), Assert.Single((await stores.UndoneOfAsync(_rounds.Workflow)).Select(undone => (undone.Task, undone.RecordedAt))));
        Assert.Equal("withdrawn 2", await BecameAsync(approval));
    }

    [Fact]
    public async Task What_an_executor_took_up_is_not_withdrawn_and_stays_a_label()
    {
        var (one, sibling) = (await JudgedAsync(_rounds.Matrix()), await JudgedAsync(_rounds.Matrix(task: "Merge")));
        var approval = Approval.OfWorkflow(After, one, sibling);
        await Cases.ApproveAsync(approval.Approved, Cancellation);
        await stores.RunAsOwnerAsync(
            """
            insert into ingestor.executor_report (key, recommendation_id, revision, workflow, taken_at, result, received_at)
            values (gen_random_uuid(), $1, 2, $2, $3, 'claimed', $3)
            """, sibling.EventId, _rounds.Workflow, Now);
        await Cases.UndoAsync(approval.Undone, Cancellation);

        Assert.Equal(["review", "approved"], await SaidAsync(one));
        Assert.Empty(await stores.UndoneOfAsync(_rounds.Workflow));
        Assert.Equal("f An executor has taken it up.", await stores.AskAsCommandLineAsync(
            "select left(undo_granted::text, 1) || ' ' || undo_why from scorer.approved_order where order_id = $1", approval.Cases[0].OrderId));
    }

    [Fact]
    public async Task What_an_undo_withdrew_may_be_ordered_again_and_the_new_order_is_held_against_what_was_recommended()
    {
        var matrix = await JudgedAsync(_rounds.Matrix());
        var (wrong, right) = (Approval.Of(matrix, After, ordered: Approval.Plain with { MemoryMb = 9_000 }), Approval.Of(matrix, 2 * After, seen: 3));
        _clock.SetUtcNow(Now);
        await Cases.ApproveAsync(wrong.Approved, Cancellation);
        await stores.AnswerAsync(Cases, wrong.Recorded);
        Assert.Equal((1, false), await AnswerAsync(matrix));
        await Cases.UndoAsync(wrong.Undone, Cancellation);
        await stores.UndoAsync(Cases, wrong.Recorded);
        Assert.Null(await stores.AnswerOfAsync(matrix.EventId));
        Assert.Null((await stores.CaseOfAsync(matrix.EventId)).AnsweredAt);
        await Cases.ApproveAsync(right.Approved, Cancellation);
        await stores.AnswerAsync(Cases, right.Recorded);

        Assert.Equal(["review", "approved", "withdrawn", "approved"], await SaidAsync(matrix));
        Assert.Equal((1, true), await AnswerAsync(matrix));
    }

    [Fact]
    public async Task An_accepted_order_on_the_workflow_counts_as_accepted_for_each_of_its_tasks()
    {
        var (one, sibling) = (await JudgedAsync(_rounds.Matrix()), await JudgedAsync(_rounds.Matrix(task: "Merge")));
        var approval = Approval.OfWorkflow(After, one, sibling) with { Ordered = Approval.Plain };
        await stores.AnswerAsync(Cases, approval.Recorded);
        await Cases.ApproveAsync(approval.Approved, Cancellation);

        Assert.Equal((1, true), await AnswerAsync(one));
        Assert.Equal((1, true), await AnswerAsync(sibling));
    }

    [Fact]
    public async Task An_executor_finds_standing_orders_until_they_are_withdrawn_or_the_round_is_over()
    {
        var (ordered, undone, left) = (new Rounds(), new Rounds(), new Rounds());
        foreach (var rounds in (Rounds[])[ordered, left])
            await Cases.ApproveAsync(Approval.Of(await JudgedAsync(rounds.Matrix()), After).Approved, Cancellation);
        var approval = Approval.Of(await JudgedAsync(undone.Matrix()), After);
        await Cases.ApproveAsync(approval.Approved, Cancellation);
        await Cases.UndoAsync(approval.Undone, Cancellation);
        await stores.RunAsOwnerAsync("update scorer.recovery_case set expires_at = now() + interval '1 hour' where workflow = any($1)", (object)new[] { ordered.Workflow, undone.Workflow, left.Workflow });
        await Cases.LeaveAsync(left.Departure(TimeSpan.FromHours(1)), Cancellation);

        Assert.Equal(1L, await StandingAsync(ordered));
        Assert.Equal(0L, await StandingAsync(undone));
        Assert.Equal(0L, await StandingAsync(left));
        Assert.Equal(
            WireJson.Read<RecoveryRecommended>((await stores.RowsOfAsync(ordered.Matrix().EventId))[^1].Body).EffectKey,
            await stores.AskAsConsoleAsync($"select (convert_from(body, 'UTF8')::json ->> 'effectKey')::uuid {Standing}", ordered.Workflow));
    }

    [Fact]
    public async Task A_matrix_that_came_while_an_order_stood_is_judged_when_the_order_is_taken_back()
    {
        var matrix = await JudgedAsync(_rounds.Matrix());
        var approval = Approval.Of(matrix, After);
        await Cases.ApproveAsync(approval.Approved, Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(3, "late site status", code: 50660), Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);
        await Cases.UndoAsync(approval.Undone, Cancellation);

        Assert.Equal(3, (await stores.CaseOfAsync(matrix.EventId)).MatrixRevision);
        Assert.DoesNotContain("automatic", await SaidAsync(matrix));
        Assert.Equal(["approved", "withdrawn"], (await SaidAsync(matrix)).Skip(1).Take(2));
    }

    [Fact]
    public async Task An_order_on_several_tasks_stands_whole_or_not_at_all()
    {
        var (one, sibling) = (await JudgedAsync(_rounds.Matrix()), await JudgedAsync(_rounds.Matrix(task: "Merge")));
        await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660, task: "Merge"), Cancellation);
        var approval = Approval.OfWorkflow(After, one, sibling);
        await Cases.ApproveAsync(approval.Approved, Cancellation);

        Assert.Equal(["review"], await SaidAsync(one));
        Assert.Equal("refused For another task of the workflow: The case changed after the operator had looked.", await BecameAsync(approval));
    }

    [Fact]
    public async Task An_order_of_less_memory_than_was_reported_meanwhile_is_refused()
    {
        var matrix = await JudgedAsync(_rounds.Matrix());
        var approval = Approval.Of(matrix, After, ordered: Approval.Plain with { MemoryMb = 9_000 });
        var newer = matrix.Event with { MemoryMb = 9_000 };
        await stores.RunAsOwnerAsync("update ingestor.assistance_event set body = $2 where event_id = $1", matrix.EventId, WireJson.Write(newer));
        await Cases.ApproveAsync(approval.Approved, Cancellation);

        Assert.Equal("refused The task has as much memory by now.", await BecameAsync(approval));
    }

    [Fact]
    public async Task A_blinded_case_is_a_free_choice_once_whatever_becomes_of_that_answer()
    {
        var matrix = _rounds.Matrix(code: 50660);
        await stores.ReportAsync(matrix.Event);
        await stores.CasesAt(_clock, TrainedModels.Set, blindedShare: 1.1).JudgeAsync(matrix, Cancellation);
        var (first, second) = (Approval.Of(matrix, After), Approval.Of(matrix, 2 * After, seen: 3));
        await Cases.ApproveAsync(first.Approved, Cancellation);
        await stores.AnswerAsync(Cases, first.Recorded);
        Assert.True((await stores.AnswerOfAsync(matrix.EventId))!.Blinded);

        await Cases.UndoAsync(first.Undone, Cancellation);
        await stores.ForgetAsync(Cases, Assert.Single(await stores.UndoneOfAsync(_rounds.Workflow)));
        await Cases.ApproveAsync(second.Approved, Cancellation);
        await stores.AnswerAsync(Cases, second.Recorded);

        Assert.False((await stores.AnswerOfAsync(matrix.EventId))!.Blinded);
    }

    private async Task<MatrixStored> JudgedAsync(MatrixStored matrix)
    {
        await stores.ReportAsync(matrix.Event);
        await Cases.JudgeAsync(matrix, CancellationToken.None);
        return matrix;
    }

    private async Task<(int Revision, bool Accepted)?> AnswerAsync(MatrixStored matrix) =>
        await stores.AnswerOfAsync(matrix.EventId) is { } answer ? (answer.Revision, answer.Accepted) : null;

    private Task<object?> StandingAsync(Rounds rounds) => stores.AskAsConsoleAsync($"select count(*) {Standing}", rounds.Workflow);

    private async Task<string?> BecameAsync(Approval approval) => (string?)await stores.AskAsCommandLineAsync(
        "select state || ' ' || coalesce(why, revision::text) from scorer.approved_order where order_id = $1", approval.Cases[0].OrderId);

    private async Task<IEnumerable<string>> SaidAsync(MatrixStored matrix) =>
        (await stores.ReceivedOfAsync(matrix.EventId)).OrderBy(received => received.Said.Revision).Select(received => received.Said.Disposition);
}
