using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.Scorer.Tests.Models;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Tests.Storage;

/// <summary>What the console reads of cases, and when it is told to.</summary>
public sealed class OpenCaseTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Rounds _rounds = new();
    private readonly FakeTimeProvider _clock = new(Rounds.First.AddMinutes(1));
    private readonly Channel<Guid> _heard = Channel.CreateUnbounded<Guid>();
    private readonly CancellationTokenSource _deaf = new();
    private NpgsqlConnection _console = null!;
    private Task _listening = Task.CompletedTask;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CaseStore Cases => stores.CasesAt(_clock, TrainedModels.Set);

    public async ValueTask InitializeAsync()
    {
        _console = await stores.Console.OpenConnectionAsync(Cancellation);
        _console.Notification += (_, told) => _heard.Writer.TryWrite(Guid.Parse(told.Payload));
        await using var listen = new NpgsqlCommand("listen scorer_case", _console);
        await listen.ExecuteNonQueryAsync(Cancellation);
        _listening = ListenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _deaf.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _console.DisposeAsync();
        _deaf.Dispose();
    }

    [Fact]
    public async Task A_recommendation_is_told_of_and_its_case_is_open()
    {
        var matrix = _rounds.Matrix(code: 50660);
        await Cases.JudgeAsync(matrix, Cancellation);

        await UntilHeardAsync(matrix.EventId);

        Assert.Equal("acdc", WireJson.Read<RecoveryRecommended>((await BodyOfAsync(matrix.EventId))!).Action);
    }

    [Fact]
    public async Task So_is_an_answer_also_to_a_case_that_stays_open()
    {
        var matrix = _rounds.Matrix();
        await Cases.JudgeAsync(matrix, Cancellation);
        await UntilHeardAsync(matrix.EventId);

        var answer = _rounds.Answer(TimeSpan.FromMinutes(5));
        await stores.RecordAsync(answer);
        await Cases.AnswerAsync(answer.Workflow, Cancellation);

        await UntilHeardAsync(matrix.EventId);
        Assert.NotNull(await BodyOfAsync(matrix.EventId));
    }

    [Fact]
    public async Task A_workflow_that_left_has_no_open_case_even_if_it_had_been_answered()
    {
        var matrix = _rounds.Matrix();
        await Cases.JudgeAsync(matrix, Cancellation);
        var answer = _rounds.Answer(TimeSpan.FromMinutes(5));
        await stores.RecordAsync(answer);
        await Cases.AnswerAsync(answer.Workflow, Cancellation);
        await UntilHeardAsync(matrix.EventId);
        await Cases.LeaveAsync(_rounds.Departure(TimeSpan.FromHours(1)), Cancellation);

        await UntilHeardAsync(matrix.EventId, async () => await BodyOfAsync(matrix.EventId) is null);
    }

    [Fact]
    public async Task A_newer_round_is_open_in_place_of_the_older_one()
    {
        var (older, newer) = (_rounds.Matrix(), _rounds.Matrix(reportedAt: Rounds.First.AddHours(2)));
        await Cases.JudgeAsync(older, Cancellation);
        _clock.Advance(TimeSpan.FromHours(3));
        await Cases.JudgeAsync(newer, Cancellation);

        await UntilHeardAsync(older.EventId, async () => await BodyOfAsync(older.EventId) is null);
        Assert.NotNull(await BodyOfAsync(newer.EventId));
    }

    [Fact]
    public async Task A_blinded_case_is_open_without_its_content()
    {
        var matrix = _rounds.Matrix(code: 50660);
        await stores.CasesAt(_clock, TrainedModels.Set, blindedShare: 1.1).JudgeAsync(matrix, Cancellation);
        await UntilHeardAsync(matrix.EventId);

        var said = WireJson.Read<RecoveryRecommended>((await BodyOfAsync(matrix.EventId))!);

        Assert.Equal((Words.Blinded, null, null), (said.Reason, said.Action, said.Confidence));
        Assert.Empty(said.Reasons);
    }

    private async Task<byte[]?> BodyOfAsync(Guid eventId)
    {
        await using var command = stores.Console.CreateCommand("select body from scorer.open_case where event_id = $1");
        command.Parameters.Add(new() { Value = eventId });
        return (byte[]?)await command.ExecuteScalarAsync(Cancellation);
    }

    private async Task UntilHeardAsync(Guid eventId, Func<Task<bool>>? holds = null)
    {
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        bound.CancelAfter(Patience);
        while (await _heard.Reader.ReadAsync(bound.Token) != eventId || (holds is not null && !await holds()))
        {
        }
    }

    private async Task ListenAsync()
    {
        while (true)
            await _console.WaitAsync(_deaf.Token);
    }
}
