using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using WorkflowRecovery.Domain.Workflows;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Storage;
using WorkflowRecovery.Scorer.Tests.Models;

namespace WorkflowRecovery.Scorer.Tests.Storage;

public sealed class CaseStoreTests(RunningStores stores) : IClassFixture<RunningStores>
{
    private readonly Rounds _rounds = new();
    private readonly FakeTimeProvider _clock = new(Rounds.First.AddMinutes(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CaseStore Cases => stores.CasesAt(_clock, TrainedModels.Set);

    [Fact]
    public async Task A_matrix_judged_twice_is_recommended_once()
    {
        var matrix = _rounds.Matrix();
        await Cases.JudgeAsync(matrix, Cancellation);
        await Cases.JudgeAsync(matrix, Cancellation);

        var received = Assert.Single(await stores.ReceivedOfAsync(matrix.EventId));
        Assert.Equal(("recommendation.acdc.review", 1), (received.RoutingKey, received.Said.Revision));
        Assert.Equal(received.Body, Assert.Single(await stores.RowsOfAsync(matrix.EventId)).Body);
    }

    [Fact]
    public async Task A_matrix_that_is_known_is_acknowledged_though_its_workflow_is_busy()
    {
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        await using var busy = await stores.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await busy.BeginTransactionAsync(Cancellation);
        await using var hold = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended($1, 1))", busy, transaction) { Parameters = { new() { Value = _rounds.Workflow } } };
        await hold.ExecuteNonQueryAsync(Cancellation);

        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);

        Assert.Single(await stores.ReceivedOfAsync(_rounds.Matrix().EventId));
    }

    [Fact]
    public async Task Equal_matrices_and_their_siblings_delivered_at_once_make_one_recommendation_each()
    {
        var (one, sibling) = (_rounds.Matrix(), _rounds.Matrix(task: "Merge"));
        await Task.WhenAll(Enumerable.Range(0, 5).SelectMany(_ => new[] { Cases.JudgeAsync(one, Cancellation), Cases.JudgeAsync(sibling, Cancellation) }));

        Assert.Equal(1, Assert.Single(await stores.ReceivedOfAsync(one.EventId)).Said.Revision);
        Assert.Equal(1, Assert.Single(await stores.ReceivedOfAsync(sibling.EventId)).Said.Revision);
    }

    [Fact]
    public async Task Newer_counts_make_the_next_revision_under_the_same_id()
    {
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);

        var received = await stores.ReceivedOfAsync(_rounds.Matrix().EventId);

        Assert.Equal([(1, (int?)null), (2, 20_000)], received.Select(r => (r.Said.Revision, r.Said.MemoryMb)));
        Assert.Single(received.Select(r => r.Said.EffectKey).Distinct());
        Assert.Equal(
            received.Select(r => NameBasedGuid.Of("recommendation message", r.Said.RecommendationId, r.Said.Revision).ToString()),
            received.Select(r => r.MessageId));
    }

    [Fact]
    public async Task The_trace_of_a_revision_is_kept_longer_than_the_message_that_told_of_it()
    {
        var matrix = _rounds.Matrix();
        using var span = new Activity("recommend").SetIdFormat(ActivityIdFormat.W3C).Start();
        await Cases.JudgeAsync(matrix, Cancellation);
        await stores.RunAsOwnerAsync("delete from scorer.outgoing_message where origin = $1", matrix.MatrixId);

        Assert.Equal(span.Id, await stores.AskAsConsoleAsync("select trace_parent from scorer.told_revision where event_id = $1", matrix.EventId));
    }

    [Fact]
    public async Task An_older_matrix_that_comes_after_a_newer_one_says_nothing()
    {
        await Cases.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);

        Assert.Equal(20_000, Assert.Single(await stores.ReceivedOfAsync(_rounds.Matrix().EventId)).Said.MemoryMb);
    }

    [Fact]
    public async Task After_a_crash_between_publish_and_mark_the_same_bytes_come_again_although_other_models_are_active()
    {
        var matrix = _rounds.Matrix();
        await Cases.JudgeAsync(matrix, Cancellation);
        await stores.RunAsOwnerAsync("update scorer.outgoing_message set published_at = null where origin = $1", matrix.MatrixId);
        _clock.Advance(TimeSpan.FromHours(1));
        await stores.CasesAt(_clock, ModelSet.None).JudgeAsync(matrix, Cancellation);

        var received = await stores.ReceivedOfAsync(matrix.EventId);

        Assert.Equal(2, received.Count);
        Assert.Equal(received[0].Body, received[1].Body);
        Assert.Equal(received[0].MessageId, received[1].MessageId);
    }

    [Fact]
    public async Task Without_models_an_event_is_answered_by_an_abstention()
    {
        var matrix = _rounds.Matrix();
        await stores.CasesAt(_clock, ModelSet.None).JudgeAsync(matrix, Cancellation);

        Assert.Equal("recommendation.none.abstained", Assert.Single(await stores.ReceivedOfAsync(matrix.EventId)).RoutingKey);
    }

    [Fact]
    public async Task A_late_status_revises_an_open_event()
    {
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        await Cases.JudgeAsync(_rounds.Matrix(2, "late site status"), Cancellation);

        Assert.Equal([1, 2], (await stores.ReceivedOfAsync(_rounds.Matrix().EventId)).Select(r => r.Said.Revision));
    }

    [Fact]
    public async Task A_late_status_does_not_revise_an_answered_event()
    {
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        await stores.AnswerAsync(Cases, _rounds.Answer(TimeSpan.FromMinutes(2)));
        await Cases.JudgeAsync(_rounds.Matrix(2, "late site status"), Cancellation);

        Assert.Single(await stores.ReceivedOfAsync(_rounds.Matrix().EventId));
    }

    [Fact]
    public async Task A_late_status_does_not_revise_an_event_whose_answer_is_stored_but_not_yet_told()
    {
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        await stores.RunAsOwnerAsync(
            """
            insert into ingestor.operator_action (key, workflow, recorded_at, action, sites, reasons, parameters_given, source, received_at)
            values (gen_random_uuid(), $1, $2, 'acdc', '{}', '{}', true, 'live', $2)
            """, _rounds.Workflow, Rounds.First.AddMinutes(2));
        await Cases.JudgeAsync(_rounds.Matrix(2, "late site status"), Cancellation);

        Assert.Single(await stores.ReceivedOfAsync(_rounds.Matrix().EventId));
    }

    [Fact]
    public async Task A_late_status_does_not_revise_an_expired_event()
    {
        await Cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        _clock.Advance(TimeSpan.FromHours(24));
        await Cases.JudgeAsync(_rounds.Matrix(2, "late site status"), Cancellation);

        Assert.Single(await stores.ReceivedOfAsync(_rounds.Matrix().EventId));
    }

    [Fact]
    public async Task An_answer_to_one_task_leaves_its_sibling_open()
    {
        var (one, sibling) = (_rounds.Matrix(), _rounds.Matrix(task: "Merge"));
        await Cases.JudgeAsync(one, Cancellation);
        await Cases.JudgeAsync(sibling, Cancellation);
        await stores.AnswerAsync(Cases, _rounds.Answer(TimeSpan.FromMinutes(2), one.Event.Task));

        Assert.NotNull((await stores.CaseOfAsync(one.EventId)).AnsweredAt);
        Assert.Null((await stores.CaseOfAsync(sibling.EventId)).AnsweredAt);
    }
}
