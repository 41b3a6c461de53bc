using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.Scorer.Tests.Models;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>Cases that operators decide without hearing from us. A share above one blinds every case.</summary>
public sealed class BlindedCaseTests(RunningStores stores) : IClassFixture<RunningStores>
{
    private const double All = 1.1;

    private readonly Rounds _rounds = new();
    private readonly FakeTimeProvider _clock = new(Rounds.First.AddMinutes(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CaseStore Blinding => stores.CasesAt(_clock, TrainedModels.Set, All);

    [Fact]
    public async Task A_blinded_case_is_announced_without_content_and_none_can_be_read()
    {
        var matrix = _rounds.Matrix(code: 50660);
        await Blinding.JudgeAsync(matrix, Cancellation);

        var received = Assert.Single(await stores.ReceivedOfAsync(matrix.EventId));
        Assert.Equal(("recommendation.none.review", "blinded", null), (received.RoutingKey, received.Said.Reason, received.Said.Action));
        Assert.Equal((null, null), (received.Said.MemoryMb, received.Said.Confidence));
        Assert.Equal("none []", await stores.AskAsCommandLineAsync(
            "select coalesce(action, 'none') || ' ' || plans::text from scorer.given_recommendation where event_id = $1 and confidence is null", matrix.EventId));
        Assert.Equal(0L, await stores.AskAsCommandLineAsync("select count(*) from scorer.unblinded_case where event_id = $1", matrix.EventId));
    }

    [Fact]
    public async Task Once_the_operator_has_answered_the_content_is_shown_and_its_plans_are_scored()
    {
        var matrix = _rounds.Matrix(code: 50660);
        await Blinding.JudgeAsync(matrix, Cancellation);
        await AnswerAsync(_rounds.Answer(TimeSpan.FromMinutes(5)));

        var content = (byte[])(await stores.AskAsCommandLineAsync("select content from scorer.unblinded_case where event_id = $1", matrix.EventId))!;
        var answer = await stores.AnswerOfAsync(matrix.EventId);

        Assert.Equal(("acdc", 20_000), (WireJson.Read<RecoveryRecommended>(content).Action, WireJson.Read<RecoveryRecommended>(content).MemoryMb));
        Assert.Equal((true, true, false), (answer!.Blinded, answer.AgreedAction, answer.AgreedPlan));
        Assert.True(0 < (double)(await stores.AskAsCommandLineAsync(
            "select (plans -> 0 ->> 'probability')::float8 from scorer.answered_case where event_id = $1", matrix.EventId))!);
        Assert.Single(await stores.ReceivedOfAsync(matrix.EventId));
    }

    [Fact]
    public async Task It_stays_blinded_over_revisions_answers_and_its_withdrawal_also_when_no_case_is_blinded_any_more()
    {
        var open = stores.CasesAt(_clock, TrainedModels.Set);
        await Blinding.JudgeAsync(_rounds.Matrix(), Cancellation);
        await open.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);
        await stores.CasesAt(_clock, ModelSet.None).JudgeAsync(_rounds.Matrix(3), Cancellation);
        await open.LeaveAsync(_rounds.Departure(TimeSpan.FromHours(1)), Cancellation);
        await open.JudgeAsync(_rounds.Matrix(4, code: 50660), Cancellation);

        var received = await stores.ReceivedOfAsync(_rounds.Matrix().EventId);

        Assert.Equal(
            ["none.review", "none.review", "none.review", "none.withdrawn", "none.withdrawn"],
            received.Select(one => one.RoutingKey["recommendation.".Length..]));
        Assert.All(received, one => Assert.Empty(one.Said.Alternatives));
    }

    [Fact]
    public async Task Neither_an_abstention_nor_a_withdrawal_nor_an_answered_case_is_drawn()
    {
        var (abstained, over, answered) = (new Rounds(), new Rounds(), new Rounds());
        await stores.CasesAt(_clock, ModelSet.None, All).JudgeAsync(abstained.Matrix(), Cancellation);
        await Blinding.LeaveAsync(over.Departure(TimeSpan.FromHours(1)), Cancellation);
        await Blinding.JudgeAsync(over.Matrix(), Cancellation);
        await stores.RecordAsync(answered.Answer(TimeSpan.FromMinutes(5)));
        await Blinding.JudgeAsync(answered.Matrix(), Cancellation);

        foreach (var rounds in (Rounds[])[abstained, over, answered])
            Assert.Null(Assert.Single(await stores.ReceivedOfAsync(rounds.Matrix().EventId)).Said.Reason);
    }

    [Fact]
    public async Task What_both_sets_of_models_say_of_it_can_be_read_only_once_it_is_answered_and_then_in_full()
    {
        var matrix = _rounds.Matrix(code: 50660);
        var shadow = TrainedModels.SetOf(TrainedModels.OtherStored, Guid.NewGuid());
        await stores.CasesAt(_clock, TrainedModels.Set, All, shadow).JudgeAsync(matrix, Cancellation);
        Assert.Equal(0L, await stores.AskAsCommandLineAsync("select count(*) from scorer.shadow_case where event_id = $1", matrix.EventId));

        await AnswerAsync(_rounds.Answer(TimeSpan.FromMinutes(5)));

        Assert.True(1 < (int)(await stores.AskAsCommandLineAsync("select jsonb_array_length(active_plans) from scorer.shadow_case where event_id = $1", matrix.EventId))!);
    }

    private Task AnswerAsync(OperatorActionRecorded order) => stores.AnswerAsync(Blinding, order);
}
