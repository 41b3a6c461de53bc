using Microsoft.Extensions.Time.Testing;
using Npgsql;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Tests.Models;

namespace WorkflowRecovery.Scorer.Tests.Storage;

public sealed class ShadowTests(RunningStores stores) : IClassFixture<RunningStores>
{
    private static readonly ModelSet First = TrainedModels.SetOf(TrainedModels.Stored, Guid.NewGuid());
    private static readonly ModelSet Other = TrainedModels.SetOf(TrainedModels.OtherStored, Guid.NewGuid());

    private readonly Rounds _rounds = new();
    private readonly FakeTimeProvider _clock = new(Rounds.First.AddMinutes(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_models_in_shadow_say_is_stored_for_every_matrix_and_never_published()
    {
        var alone = stores.CasesAt(_clock, First);
        var cases = stores.CasesAt(_clock, First, shadow: Other);
        var other = new Rounds();
        await alone.JudgeAsync(other.Matrix(), Cancellation);
        await cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        await cases.JudgeAsync(_rounds.Matrix(), Cancellation);
        await cases.JudgeAsync(_rounds.Matrix(2, code: 50660), Cancellation);

        var shadows = await stores.ShadowsOfAsync(_rounds.Matrix().EventId);
        var said = await stores.ReceivedOfAsync(_rounds.Matrix().EventId);

        Assert.Equal([(1, 1, Other.RunId, First.RunId), (2, 2, Other.RunId, First.RunId)], shadows.Select(row => (row.MatrixRevision, row.Revision, (Guid?)row.RunId, row.ActiveRunId)));
        Assert.NotEqual((await stores.RowsOfAsync(_rounds.Matrix().EventId)).Select(row => row.Plans), shadows.Select(row => row.Plans));
        Assert.Equal(2, said.Count);
        Assert.All(said, message => Assert.Equal(First.References, message.Said.Models));
        Assert.Empty(await stores.ShadowsOfAsync(other.Matrix().EventId));
    }

    [Fact]
    public async Task Models_in_shadow_that_fail_do_not_keep_the_answer_from_going_out()
    {
        var broken = TrainedModels.SetOf(TrainedModels.OtherStored, Guid.NewGuid());
        broken.Models.Find(RecoveryTargets.Action)!.Dispose();

        await stores.CasesAt(_clock, First, shadow: broken).JudgeAsync(_rounds.Matrix(), Cancellation);

        Assert.Single(await stores.ReceivedOfAsync(_rounds.Matrix().EventId));
        Assert.Empty(await stores.ShadowsOfAsync(_rounds.Matrix().EventId));
    }

    [Fact]
    public async Task Swaps_under_way_lose_no_event_and_mix_no_sets()
    {
        var active = new ActiveModels();
        active.Swap(First, Other);
        var cases = stores.CasesAt(_clock, active);
        var matrices = Enumerable.Range(0, 60).Select(_ => new Rounds().Matrix()).ToList();
        using var over = new CancellationTokenSource();
        var swapping = Task.Run(() =>
        {
            for (var (one, other) = (First, Other); !over.IsCancellationRequested; (one, other) = (other, one))
                active.Swap(one, other);
        }, Cancellation);

        await Parallel.ForEachAsync(matrices, Cancellation, async (matrix, token) => await cases.JudgeAsync(matrix, token));
        await over.CancelAsync();
        await swapping;

        foreach (var matrix in matrices)
        {
            var (said, shadow) = (Assert.Single(await stores.ReceivedOfAsync(matrix.EventId)).Said, Assert.Single(await stores.ShadowsOfAsync(matrix.EventId)));
            var (asked, beside) = said.Models.SequenceEqual(First.References) ? (First, Other) : (Other, First);
            Assert.Equal(asked.References, said.Models);
            Assert.Equal((asked.RunId, beside.RunId), (shadow.ActiveRunId, shadow.RunId));
        }
    }

    [Fact]
    public async Task The_service_itself_can_neither_change_nor_remove_what_was_said_in_shadow()
    {
        await stores.CasesAt(_clock, First, shadow: Other).JudgeAsync(_rounds.Matrix(), Cancellation);

        foreach (var sql in (string[])["update scorer.shadow_judgement set plans = '[]'", "delete from scorer.shadow_judgement"])
        {
#pragma warning disable CA2100 // The statements are the test's own.
            await using var command = stores.Source.CreateCommand(sql);
#pragma warning restore CA2100
            await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation));
        }
    }
}
