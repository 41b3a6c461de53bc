using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Policies;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Scorer.Tests.Decisions;
using WorkflowRecovery.Scorer.Tests.Models;
using static WorkflowRecovery.Scorer.Tests.Storage.Deciding;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>What the facts of the database let be automatic.</summary>
public sealed class AutomaticTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private static readonly TimeSpan Moment = TimeSpan.FromMicroseconds(1);

    private readonly WorkflowAssistanceRequested _task = NewTask();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await stores.SwitchAsync(isOn: true);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task When_everything_is_in_order_it_is_automatic()
    {
        var decision = await stores.DecideAsync(_task);

        Assert.Equal(("automatic", 0), (decision.Disposition, decision.Features().Count()));
        var row = Assert.Single(await stores.RowsOfAsync(IdOf(_task)));
        Assert.Equal(("automatic", Trusting.Version, "acdc memory=none splitting=none xrootd=off|FILE|T2", "FILE"), (row.Disposition, row.PolicyVersion, row.Cell, row.Category));
        var kept = await stores.CaseOfAsync(IdOf(_task));
        Assert.Equal((92, WorkflowName.Parse(_task.Workflow).Family), (kept.DominantCode, kept.Family));
    }

    [Fact]
    public async Task Off_works_from_the_next_decision_on_and_the_newest_switch_counts()
    {
        await stores.SwitchAsync(isOn: false);
        Assert.Equal(["policy.switch"], (await stores.DecideAsync(_task)).Features());

        await stores.SwitchAsync(isOn: true);
        Assert.Empty((await stores.DecideAsync(NewTask())).Features());
    }

    [Fact]
    public async Task A_switch_that_was_never_moved_is_off()
    {
        await stores.RunAsOwnerAsync("delete from scorer.switching");

        Assert.Equal(["policy.switch"], (await stores.DecideAsync(_task)).Features());
    }

    [Fact]
    public async Task A_switch_that_cannot_be_read_is_off_and_the_case_is_answered_all_the_same()
    {
        await stores.RunAsOwnerAsync("revoke select on scorer.automatic_switch from wr_scorer");
        try
        {
            Assert.Contains("policy.switch", (await stores.DecideAsync(_task)).Features());
        }
        finally
        {
            await stores.RunAsOwnerAsync("grant select on scorer.automatic_switch to wr_scorer");
        }

        Assert.Equal("review", Assert.Single(await stores.RowsOfAsync(IdOf(_task))).Disposition);
    }

    [Fact]
    public async Task The_command_line_may_move_the_switch_but_not_rewrite_its_past()
    {
        await stores.RunAsCommandLineAsync("insert into scorer.automatic_switch (is_on, switched_by, why) values (false, 'me', 'a test')");

        Assert.Equal(["policy.switch"], (await stores.DecideAsync(_task)).Features());
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => stores.RunAsCommandLineAsync("update scorer.automatic_switch set is_on = true"));
    }

    [Fact]
    public async Task An_order_within_two_days_before_the_report_or_after_it_keeps_the_task_from_being_automatic()
    {
        await stores.OrderAsync(_task.Workflow, _task.Task, _task.ReportedAt.AddHours(-48));

        Assert.Equal(["guard.order"], (await stores.DecideAsync(_task)).Features());
    }

    [Fact]
    public async Task So_does_one_for_the_whole_workflow()
    {
        await stores.OrderAsync(_task.Workflow, task: null, _task.ReportedAt.AddHours(-1));

        Assert.Equal(["guard.order"], (await stores.DecideAsync(_task)).Features());
    }

    [Fact]
    public async Task So_does_one_that_its_operator_may_still_take_back_and_a_console_that_cannot_be_read()
    {
        var other = NewTask(_task.Workflow, task: "Merge");
        await stores.RunAsOwnerAsync("create schema console");
        await stores.RunAsOwnerAsync("create table console.waiting_order (workflow text, task text, scope text)");
        try
        {
            Assert.Equal(["guard.order"], (await stores.DecideAsync(NewTask())).Features());
            await stores.RunAsOwnerAsync("grant usage on schema console to wr_scorer");
            await stores.RunAsOwnerAsync("grant select on console.waiting_order to wr_scorer");
            await stores.RunAsOwnerAsync("insert into console.waiting_order values ($1, $2, 'task')", _task.Workflow, _task.Task);

            Assert.Equal(["guard.order"], (await stores.DecideAsync(_task)).Features());
            Assert.Empty((await stores.DecideAsync(other)).Features());
            await stores.RunAsOwnerAsync("update console.waiting_order set scope = 'workflow'");
            Assert.Equal(["guard.order"], (await stores.DecideAsync(other with { ReportedAt = other.ReportedAt.AddDays(5) })).Features());
        }
        finally
        {
            await stores.RunAsOwnerAsync("drop schema console cascade");
        }
    }

    [Fact]
    public async Task A_console_whose_waiting_orders_are_not_to_be_found_may_have_one()
    {
        await stores.RunAsOwnerAsync("create schema console");
        await stores.RunAsOwnerAsync("create table console.order (order_id uuid)");
        try
        {
            Assert.Equal(["guard.order"], (await stores.DecideAsync(_task)).Features());
        }
        finally
        {
            await stores.RunAsOwnerAsync("drop schema console cascade");
        }
    }

    [Fact]
    public async Task An_older_order_one_for_a_sibling_or_an_imported_one_does_not()
    {
        await stores.OrderAsync(_task.Workflow, _task.Task, _task.ReportedAt.AddHours(-48) - Moment);
        await stores.OrderAsync(_task.Workflow, $"/{_task.Workflow}/Merge", _task.ReportedAt);
        await stores.OrderAsync(_task.Workflow, _task.Task, _task.ReportedAt, source: "import");

        Assert.Empty((await stores.DecideAsync(_task)).Features());
    }

    [Theory]
    [InlineData("claimed", -48, true)]
    [InlineData("done", 1, true)]
    [InlineData("done", -49, false)]
    [InlineData("refused", -1, false)]
    [InlineData("failed", -1, false)]
    public async Task An_order_that_was_taken_within_two_days_keeps_it_from_being_automatic(string result, int hours, bool held)
    {
        await stores.TakeAsync(_task, result, _task.ReportedAt.AddHours(hours));

        Assert.Equal(held ? ["guard.taken"] : [], (await stores.DecideAsync(_task)).Features());
    }

    [Fact]
    public async Task One_that_its_executor_gave_up_does_not()
    {
        var recommendation = Guid.NewGuid();
        await stores.TakeAsync(_task, "claimed", _task.ReportedAt.AddHours(-2), recommendation);
        Assert.Equal(["guard.taken"], (await stores.DecideAsync(_task)).Features());

        await stores.TakeAsync(_task, "failed", _task.ReportedAt.AddHours(-1), recommendation);

        Assert.Empty((await stores.DecideAsync(_task with { ReportedAt = _task.ReportedAt.AddSeconds(1) })).Features());
    }

    [Fact]
    public async Task After_automatic_nothing_for_that_case_is_automatic_again()
    {
        await stores.DecideAsync(_task);
        var second = await stores.DecideAsync(_task, revision: 2);
        var third = await stores.DecideAsync(_task, revision: 3);

        Assert.Equal([("review", "guard.decided"), ("review", "guard.decided")], new[] { second, third }.Select(d => (d.Disposition, Assert.Single(d.Features()))));
        Assert.Equal(["automatic", "review", "review"], (await stores.RowsOfAsync(IdOf(_task))).Select(row => row.Disposition));
    }

    [Theory]
    [InlineData(48, true)]
    [InlineData(49, false)]
    public async Task A_round_that_was_automatic_keeps_the_next_one_within_two_days_from_it(int hours, bool held)
    {
        await stores.DecideAsync(_task);

        var next = await stores.DecideAsync(_task with { ReportedAt = _task.ReportedAt.AddHours(hours) });

        Assert.Equal(held ? ["guard.told"] : [], next.Features());
    }

    [Theory]
    [InlineData(49, true)]
    [InlineData(96, false)]
    public async Task So_does_one_that_was_reported_earlier_and_became_automatic_late(int hours, bool held)
    {
        await stores.DecideAsync(_task, now: _task.ReportedAt.AddHours(47));

        var next = await stores.DecideAsync(_task with { ReportedAt = _task.ReportedAt.AddHours(hours) });

        Assert.Equal(held ? ["guard.told"] : [], next.Features());
    }

    [Fact]
    public async Task A_sibling_that_was_automatic_does_not()
    {
        await stores.DecideAsync(_task);

        Assert.Empty((await stores.DecideAsync(NewTask(_task.Workflow, task: "Merge"))).Features());
    }

    [Theory]
    [InlineData(92, "Production", true)]
    [InlineData(85, "Production", false)]
    [InlineData(85, "Merge", true)]
    public async Task The_third_recovery_is_automatic_only_if_the_round_before_it_is_known_to_have_failed_otherwise(int earlierCode, string earlierTask, bool held)
    {
        var prep = $"TOP-Run2-{Random.Shared.Next(100_000):00000}";
        string Workflow(string tag) => $"pdmvserv_{tag}task_{prep}__v1_T_181030_101500_{tag.Length}";
        var (first, third) = (Workflow("ACDC0_"), Workflow("ACDC1_ACDC0_"));
        await stores.DecideAsync(NewTask(first, _task.ReportedAt.AddDays(-30), earlierTask, earlierCode));

        var decision = await stores.DecideAsync(NewTask(third));

        Assert.Equal(held ? ["guard.attempt"] : [], decision.Features());
    }

    [Fact]
    public async Task An_action_on_the_workflow_that_is_open_for_one_task_keeps_the_others_from_being_automatic()
    {
        var clone = Files.JudgementOf(Files.Plain(0.97) with { Action = RecoveryActionKind.Clone });
        await stores.DecideAsync(_task, judgement: clone);

        Assert.Equal(["guard.workflow"], (await stores.DecideAsync(NewTask(_task.Workflow, task: "Merge"))).Features());
        Assert.Empty((await stores.DecideAsync(NewTask())).Features());
    }

    [Fact]
    public async Task What_was_automatic_already_goes_to_review_when_one_is_proposed_for_a_sibling()
    {
        var rounds = new Rounds();
        var cases = stores.CasesAt(new FakeTimeProvider(Rounds.First.AddMinutes(1)), TrainedModels.Set);
        var automatic = NewTask(rounds.Workflow, task: "Merge");
        await stores.DecideAsync(automatic);

        await cases.JudgeAsync(rounds.Matrix(code: 73), Cancellation);
        await cases.JudgeAsync(rounds.Matrix(2, code: 73), Cancellation);

        var told = Assert.Single(await stores.ReceivedOfAsync(IdOf(automatic)));
        Assert.Equal(("recommendation.acdc.review", 2, "guard.workflow"), (told.RoutingKey, told.Said.Revision, told.Said.Reasons[^1].Feature));
        Assert.Equal("clone", (await stores.ReceivedOfAsync(rounds.Matrix().EventId))[0].Said.Action);
    }

    [Fact]
    public async Task A_blinded_sibling_holds_back_whatever_it_holds_what_comes_after_it_and_what_was_automatic_before()
    {
        var rounds = new Rounds();
        var before = NewTask(rounds.Workflow, task: "Merge");
        await stores.DecideAsync(before);
        await stores.CasesAt(new FakeTimeProvider(Rounds.First.AddMinutes(1)), TrainedModels.Set, blindedShare: 1.1).JudgeAsync(rounds.Matrix(), Cancellation);

        var told = Assert.Single(await stores.ReceivedOfAsync(IdOf(before)));
        Assert.Equal(("recommendation.acdc.review", "guard.blinded"), (told.RoutingKey, told.Said.Reasons[^1].Feature));
        Assert.Equal(["guard.blinded"], (await stores.DecideAsync(NewTask(rounds.Workflow, task: "Other"))).Features());
    }

    [Fact]
    public async Task While_anything_drifts_the_models_abstain()
    {
        await stores.RunAsOwnerAsync(
            """
            insert into retrainer.drift (kind, found_at, since, run_id, is_on, subject, statistic, effect, samples, text)
            values ('code', now(), now(), gen_random_uuid(), true, '92', 1, 1, 1, 'Code 92 is frequent.')
            """);
        var during = await stores.DecideAsync(_task);
        await stores.RunAsOwnerAsync("update retrainer.drift set is_on = false, ended_at = now()");

        Assert.Equal(("abstained", "drift"), (during.Disposition, Assert.Single(during.Features())));
        Assert.Empty((await stores.DecideAsync(NewTask())).Features());
    }

    [Fact]
    public async Task The_record_of_the_kind_of_case_is_what_operators_answered()
    {
        var policy = Trusting.With(p => p with { EarnedAnswers = 20, EarnedAgreement = 0.8 });
        Assert.Equal(["cell.record"], (await stores.DecideAsync(_task, policy)).Features());

        for (var number = 0; number < 30; number++)
            await AnswerAsync(NewTask());

        Assert.Empty((await stores.DecideAsync(NewTask(), policy)).Features());
        Assert.Equal(["cell.record"], (await stores.DecideAsync(NewTask(code: 50664), policy)).Features());
    }

    [Fact]
    public async Task Cases_that_are_drawn_go_to_operators_though_they_would_be_automatic_and_can_take_back_what_was_earned()
    {
        const int code = 11003;
        var policy = Trusting.With(p => p with { EarnedAnswers = 20, EarnedAgreement = 0.8 });
        for (var number = 0; number < 30; number++)
            await AnswerAsync(NewTask(code: code));
        Assert.Empty((await stores.DecideAsync(NewTask(code: code), policy)).Features());

        for (var number = 0; number < 8; number++)
        {
            var drawn = NewTask(code: code);
            Assert.Equal("guard.drawn", (await stores.DecideAsync(drawn, policy with { BlindedShare = 1.1 })).Features().First());
            var row = Assert.Single(await stores.RowsOfAsync(IdOf(drawn)));
            Assert.Equal((true, "review", null), (row.Blinded, row.Disposition, row.Action));
            await AnswerAsync(drawn, agreed: false);
        }

        Assert.Equal(["cell.record"], (await stores.DecideAsync(NewTask(code: code), policy)).Features());
    }

    [Fact]
    public async Task Plans_that_operators_order_though_they_were_ruled_out_end_what_is_automatic_by_the_same_set()
    {
        var run = Guid.NewGuid();
        var sure = Files.Sure with { RunId = run };
        Assert.Empty((await stores.DecideAsync(NewTask(), judgement: sure)).Features());
        for (var number = 0; number < 20; number++)
            await AnswerAsync(NewTask(), run: run, covered: number >= 10);

        Assert.Equal(["certainty.live"], (await stores.DecideAsync(NewTask(), judgement: sure)).Features());
        Assert.Empty((await stores.DecideAsync(NewTask(), judgement: sure with { RunId = Guid.NewGuid() })).Features());
    }

    [Fact]
    public async Task Every_case_is_told_which_policy_it_obeyed_and_by_default_nothing_is_automatic()
    {
        var rounds = new Rounds();
        await stores.CasesAt(new FakeTimeProvider(Rounds.First.AddMinutes(1)), TrainedModels.Set).JudgeAsync(rounds.Matrix(), Cancellation);

        var said = Assert.Single(await stores.ReceivedOfAsync(rounds.Matrix().EventId)).Said;

        Assert.Equal(("review", PolicyFile.Default.Version), (said.Disposition, said.PolicyVersion));
        Assert.Contains("policy.allowed", said.Reasons.Select(reason => reason.Feature));
        Assert.NotNull(said.Reasons[0].Contribution);
    }

    /// <summary>An operator's free answer; the case is decided first unless it was.</summary>
    private async Task AnswerAsync(WorkflowAssistanceRequested task, bool agreed = true, Guid? run = null, bool? covered = null)
    {
        if ((await stores.RowsOfAsync(IdOf(task))).Count == 0)
            await stores.DecideAsync(task);
        await stores.RunAsOwnerAsync(
            """
            insert into scorer.answer (event_id, action_key, revision, recorded_at, action, memory, splitting, xrootd, secondary, cores, agreed_plan, blinded, accepted, prompted,
                disposition, cell, run_id, in_action_set, in_plan_set)
            select event_id, gen_random_uuid(), 1, now(), 'acdc', 'none', 'none', false, false, false, $2, blinded, false, false, disposition, cell, $3::uuid, $4::boolean, $4::boolean
            from scorer.recommendation where event_id = $1
            """, IdOf(task), agreed, run, covered);
    }

    private static Guid IdOf(WorkflowAssistanceRequested task) => EventIdentity.Of(task.Workflow, task.Task, task.ReportedAt);
}
