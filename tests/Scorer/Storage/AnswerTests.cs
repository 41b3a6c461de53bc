using CsCheck;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Scorer.Feedback;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.Scorer.Tests.Models;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>Which action answers which case, whatever came first.</summary>
public sealed class AnswerTests(RunningStores stores) : IClassFixture<RunningStores>
{
    private static readonly DateTimeOffset Second = Rounds.First.AddHours(2);

    private readonly Rounds _rounds = new();
    private readonly FakeTimeProvider _clock = new(Rounds.First.AddMinutes(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CaseStore Cases => stores.CasesAt(_clock, TrainedModels.Set);

    [Fact]
    public async Task An_order_is_held_against_the_recommendation_that_was_there()
    {
        var matrix = _rounds.Matrix(code: 50660);
        await Cases.JudgeAsync(matrix, Cancellation);
        await AnswerAsync(_rounds.Answer(TimeSpan.FromMinutes(5)) with { MemoryMb = 20_000, RecommendationId = matrix.EventId });

        var answer = await stores.AnswerOfAsync(matrix.EventId);

        Assert.Equal(("acdc", "ge20", "none", "acdc", true, true, true), (answer!.Action, answer.Memory, answer.Splitting, answer.RecommendedAction, answer.AgreedAction, answer.AgreedPlan, answer.Accepted));
        Assert.InRange(answer.Probability!.Value, 0.5, 1);
        Assert.Equal("MEM", answer.Category);
        Assert.Equal(1, answer.ModelVersion);
    }

    [Fact]
    public async Task The_first_order_counts_also_when_it_is_heard_of_last_and_again()
    {
        var matrix = _rounds.Matrix();
        await Cases.JudgeAsync(matrix, Cancellation);
        var (first, later) = (_rounds.Answer(TimeSpan.FromMinutes(5)), _rounds.Answer(TimeSpan.FromMinutes(6)) with { Action = "clone" });
        await AnswerAsync(later);
        Assert.Equal("clone", (await stores.AnswerOfAsync(matrix.EventId))!.Action);
        await AnswerAsync(first);
        await Cases.AnswerAsync(later.Workflow, Cancellation);

        Assert.Equal("acdc", (await stores.AnswerOfAsync(matrix.EventId))!.Action);
    }

    [Fact]
    public async Task An_order_that_overtakes_the_recommendation_answers_its_first_revision()
    {
        var matrix = _rounds.Matrix();
        await AnswerAsync(_rounds.Answer(TimeSpan.FromMinutes(5)));
        Assert.Null(await stores.AnswerOfAsync(matrix.EventId));
        _clock.Advance(TimeSpan.FromHours(1));
        await Cases.JudgeAsync(matrix, Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);

        var answer = await stores.AnswerOfAsync(matrix.EventId);

        Assert.Equal((1, true), (answer!.Revision, answer.AgreedPlan));
    }

    [Fact]
    public async Task The_revision_that_was_newest_when_the_order_was_recorded_is_answered()
    {
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        _clock.Advance(TimeSpan.FromMinutes(10));
        await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);
        _clock.Advance(TimeSpan.FromMinutes(10));
        await Cases.JudgeAsync(_rounds.Matrix(3), Cancellation);
        await AnswerAsync(_rounds.Answer(TimeSpan.FromMinutes(15)));

        var answer = await stores.AnswerOfAsync(_rounds.Matrix().EventId);

        Assert.Equal((2, false), (answer!.Revision, answer.AgreedPlan));
    }

    [Fact]
    public async Task An_order_on_the_workflow_answers_all_its_tasks_that_had_been_reported()
    {
        var (one, sibling, later) = (_rounds.Matrix(), _rounds.Matrix(task: "Merge"), _rounds.Matrix(task: "Late", reportedAt: Second));
        foreach (var matrix in (MatrixStored[])[one, sibling, later])
            await Cases.JudgeAsync(matrix, Cancellation);
        await AnswerAsync(_rounds.Answer(TimeSpan.FromMinutes(5)) with { Action = "clone" });

        Assert.Equal("clone", (await stores.AnswerOfAsync(one.EventId))!.Action);
        Assert.Equal("clone", (await stores.AnswerOfAsync(sibling.EventId))!.Action);
        Assert.Null(await stores.AnswerOfAsync(later.EventId));
    }

    [Fact]
    public async Task What_a_rule_ordered_is_no_answer()
    {
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        await AnswerAsync(_rounds.Answer(TimeSpan.FromMinutes(5)) with { Reasons = ["AIEH rule 7"] });

        Assert.Null(await stores.AnswerOfAsync(_rounds.Matrix().EventId));
    }

    [Fact]
    public async Task Whatever_the_order_of_arrival_each_round_has_the_same_answer() => await (
        from shuffle in Gen.Int
        from atOnce in Gen.Bool
        select (shuffle, atOnce)).SampleAsync(async sample =>
    {
        var rounds = new Rounds();
        MatrixStored[] matrices = [rounds.Matrix(), rounds.Matrix(reportedAt: Second), rounds.Matrix(task: "Merge")];
        OperatorActionRecorded[] orders =
        [
            rounds.Answer(TimeSpan.FromHours(1), matrices[0].Event.Task) with { MemoryMb = 4_000 },
            rounds.Answer(TimeSpan.FromHours(3)) with { Action = "clone" },
            rounds.Answer(TimeSpan.FromHours(4)),
        ];
        object[] messages = [.. matrices, .. orders, orders[1], matrices[0]];
        new Random(sample.shuffle).Shuffle(messages);
        foreach (var order in orders)
            await stores.RecordAsync(order);
        if (sample.atOnce)
            await Task.WhenAll(messages.Select(TakeAsync));
        else
            await messages.Aggregate(Task.CompletedTask, async (before, next) => { await before; await TakeAsync(next); });

        Assert.Equal("lt10", (await stores.AnswerOfAsync(matrices[0].EventId))!.Memory);
        Assert.Equal("clone", (await stores.AnswerOfAsync(matrices[1].EventId))!.Action);
        Assert.Equal("clone", (await stores.AnswerOfAsync(matrices[2].EventId))!.Action);
    }, iter: 20, threads: 2);

    [Fact]
    public async Task An_outcome_tells_of_the_round_before_it_and_is_stored_once()
    {
        var matrix = _rounds.Matrix();
        var outcomes = new OutcomeStore(stores.Databases);
        await outcomes.StoreAsync(_rounds.Outcome(TimeSpan.FromHours(5), failedJobs: 0), Cancellation);
        await outcomes.StoreAsync(_rounds.Outcome(TimeSpan.FromHours(5), failedJobs: 0), Cancellation);
        await Cases.JudgeAsync(matrix, Cancellation);
        await AnswerAsync(_rounds.Answer(TimeSpan.FromMinutes(5)));

        Assert.Equal(
            (matrix.EventId, "acdc", true),
            (await SuccessAsync("event_id"), await SuccessAsync("action"), await SuccessAsync("succeeded")));
        Assert.Equal(1L, await SuccessAsync("count(*)"));
    }

    [Fact]
    public async Task A_workflow_counts_once_in_the_record_of_a_cell_and_as_agreed_only_if_all_its_tasks_are()
    {
        var cell = $"cell {Guid.NewGuid():N}";
        var (agreeing, other) = (new Rounds(), new Rounds());
        foreach (var matrix in (MatrixStored[])[agreeing.Matrix(), agreeing.Matrix(task: "Merge"), other.Matrix(), other.Matrix(task: "Merge", code: 50660)])
            await Cases.JudgeAsync(matrix, Cancellation);
        await stores.RunAsOwnerAsync("update scorer.recommendation set cell = $1 where workflow = any($2)", cell, new[] { agreeing.Workflow, other.Workflow });
        await AnswerAsync(agreeing.Answer(TimeSpan.FromMinutes(5)));
        await AnswerAsync(other.Answer(TimeSpan.FromMinutes(5)));

        Assert.Equal("2 1", await RecordOfAsync(cell, since: null));
    }

    [Fact]
    public async Task Only_answers_to_the_set_that_is_asked_for_count_in_a_record_or_those_since_a_time()
    {
        var (cell, run) = ($"cell {Guid.NewGuid():N}", Guid.NewGuid());
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        await stores.RunAsOwnerAsync("update scorer.recommendation set cell = $1, run_id = $2 where workflow = $3", cell, run, _rounds.Workflow);
        await AnswerAsync(_rounds.Answer(TimeSpan.FromMinutes(5)));

        Assert.Equal("1 1", await RecordOfAsync(cell, since: null, run));
        Assert.Null(await RecordOfAsync(cell, since: null, Guid.NewGuid()));
        Assert.Equal("1 1", await RecordOfAsync(cell, Rounds.First, Guid.NewGuid()));
        Assert.Null(await RecordOfAsync(cell, Rounds.First.AddMinutes(6), run));
    }

    [Fact]
    public async Task An_answer_to_a_recommendation_that_was_seen_stands_beside_the_record_and_not_in_it()
    {
        var cell = $"cell {Guid.NewGuid():N}";
        var matrix = _rounds.Matrix();
        await Cases.JudgeAsync(matrix, Cancellation);
        await stores.RunAsOwnerAsync("update scorer.recommendation set cell = $1 where workflow = $2", cell, _rounds.Workflow);
        await AnswerAsync(_rounds.Answer(TimeSpan.FromMinutes(5), matrix.Event.Task) with { RecommendationId = matrix.EventId });

        Assert.Equal("0 0", await RecordOfAsync(cell, since: null));
        Assert.Equal("1 1", await stores.AskAsCommandLineAsync(
            "select prompted || ' ' || prompted_agreed from scorer.cell_record(null, null) where cell = $1", cell));
    }

    [Fact]
    public async Task Coverage_is_reported_by_set_over_workflows_of_which_all_tasks_are_covered()
    {
        var (run, wrong) = (Guid.NewGuid(), new Rounds());
        foreach (var matrix in (MatrixStored[])[_rounds.Matrix(), _rounds.Matrix(task: "Merge"), wrong.Matrix(), wrong.Matrix(task: "Merge")])
            await Cases.JudgeAsync(matrix, Cancellation);
        await stores.RunAsOwnerAsync(
            "update scorer.recommendation set run_id = $1, action_set = '{acdc}', plan_set = case when task like '%Merge' and workflow = $3 then '[]' else plans end where workflow = any($2)",
            run, new[] { _rounds.Workflow, wrong.Workflow }, wrong.Workflow);
        await AnswerAsync(_rounds.Answer(TimeSpan.FromMinutes(5)));
        await AnswerAsync(wrong.Answer(TimeSpan.FromMinutes(5)));

        Assert.Equal("false 2 2 1", await stores.AskAsCommandLineAsync(
            "select prompted || ' ' || workflows || ' ' || actions_covered || ' ' || plans_covered from scorer.live_coverage where run_id = $1", run));
        Assert.Equal(new CoveredWorkflows(Prompted: false, 2, 2, 1), Assert.Single(await new AnswerQuery(stores.Databases).CoverageAsync(run, Cancellation)));
    }

    [Fact]
    public async Task The_sets_that_were_in_force_are_kept_with_the_recommendation_and_answers_held_against_them()
    {
        var matrix = _rounds.Matrix(code: 73);
        await Cases.JudgeAsync(matrix, Cancellation);
        await AnswerAsync(_rounds.Answer(TimeSpan.FromMinutes(5)) with { Action = "clone" });

        var (row, answer) = (Assert.Single(await stores.RowsOfAsync(matrix.EventId)), await stores.AnswerOfAsync(matrix.EventId));

        Assert.Contains("clone", row.ActionSet!);
        Assert.NotNull(row.PlanSet);
        Assert.Equal((true, true), (answer!.InActionSet, answer.InPlanSet));
        Assert.Equal(PlansJson.Read(row.PlanSet).Count, answer.PlansInSet);
    }

    [Fact]
    public async Task The_newest_answers_are_measured()
    {
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        await AnswerAsync(_rounds.Answer(TimeSpan.FromDays(100)));

        var measured = Assert.Single(await new AnswerQuery(stores.Databases).NewestAsync(1, Cancellation), answer => !answer.Prompted);

        Assert.Equal(("acdc", true, true), (measured.RecommendedAction, measured.AgreedAction, measured.AgreedPlan));
    }

    private Task<object?> RecordOfAsync(string cell, DateTimeOffset? since, Guid? run = null) =>
        stores.AskAsCommandLineAsync("select answers || ' ' || agreed from scorer.cell_record($1::uuid, $2::timestamptz) where cell = $3", run, since, cell);

    private Task<object?> SuccessAsync(string column) =>
        stores.AskAsCommandLineAsync($"select {column} from scorer.recovery_success where workflow = $1", _rounds.Workflow);

    private Task AnswerAsync(OperatorActionRecorded order) => stores.AnswerAsync(Cases, order);

    private Task TakeAsync(object message) => message switch
    {
        MatrixStored matrix => Cases.JudgeAsync(matrix, CancellationToken.None),
        OperatorActionRecorded order => Cases.AnswerAsync(order.Workflow, CancellationToken.None),
        _ => throw new ArgumentException($"{message} is neither", nameof(message)),
    };
}
