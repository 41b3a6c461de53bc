using Microsoft.EntityFrameworkCore;
using Npgsql;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Retrainer.Storage;
using WorkflowRecovery.Retrainer.Tests.Storage;

namespace WorkflowRecovery.Retrainer.Tests.Promotion;

public sealed class RequestedMovesTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rollback_brings_back_the_set_that_was_active_before_at_once_and_tells_the_scorers()
    {
        var told = new List<string>();
        await using var scorer = await stores.ListenAsync(told);
        var before = await stores.EnterAsync("retired");
        var active = await stores.EnterAsync("active", 1, before);

        var answer = await AskAsync(ModelMoves.Rollback);

        Assert.True(answer.Done, answer.Answer);
        Assert.Equal(("active", "retired"), (await stores.StateOfAsync(before), await stores.StateOfAsync(active)));
        var moves = await stores.MovesAsync();
        Assert.Equal([(active, "active", "retired"), (before, "retired", "active")], moves.Select(move => (move.RunId, move.FromState, move.ToState)));
        Assert.All(moves, move => Assert.Equal("ops", move.MovedBy));
        Assert.All(moves, move => Assert.Contains("a test says so", move.Why, StringComparison.Ordinal));
        await using var question = new NpgsqlCommand("select 1", scorer);
        await question.ExecuteScalarAsync(Cancellation);
        Assert.Contains($"{before}", told);
    }

    [Fact]
    public async Task Rollbacks_go_further_back_one_by_one_and_end_where_there_is_none()
    {
        var first = await stores.EnterAsync("retired");
        var second = await stores.EnterAsync("retired", 1, first);
        await stores.EnterAsync("active", 2, second);

        Assert.True((await AskAsync(ModelMoves.Rollback)).Done);
        Assert.Equal("active", await stores.StateOfAsync(second));
        Assert.True((await AskAsync(ModelMoves.Rollback)).Done);
        Assert.Equal("active", await stores.StateOfAsync(first));
        Assert.Contains("No set of models was active before", (await AskAsync(ModelMoves.Rollback)).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rollback_can_name_any_set_that_ever_was_active()
    {
        var first = await stores.EnterAsync("retired");
        var second = await stores.EnterAsync("retired", 1, first);
        var active = await stores.EnterAsync("active", 2, second);
        var refused = await stores.EnterAsync("refused", 3);

        Assert.Contains("was never active", (await AskAsync(ModelMoves.Rollback, refused)).Answer, StringComparison.Ordinal);
        Assert.Contains("is active already", (await AskAsync(ModelMoves.Rollback, active)).Answer, StringComparison.Ordinal);
        Assert.Contains("There is no set", (await AskAsync(ModelMoves.Rollback, Guid.NewGuid())).Answer, StringComparison.Ordinal);
        Assert.True((await AskAsync(ModelMoves.Rollback, first)).Done);
        Assert.Equal("active", await stores.StateOfAsync(first));
    }

    [Fact]
    public async Task Rollbacks_after_promotions_by_hand_go_back_along_all_that_were_active_and_never_forth()
    {
        var first = await stores.EnterAsync("active");
        var second = await stores.EnterAsync("refused", 1);
        Assert.True((await AskAsync(ModelMoves.Promote, second)).Done);
        Assert.True((await AskAsync(ModelMoves.Promote, first)).Done);
        Assert.True((await AskAsync(ModelMoves.Promote, second)).Done);

        var actives = new List<Guid>();
        while ((await AskAsync(ModelMoves.Rollback)).Done)
            actives.Add((await stores.MovesAsync())[^1].RunId);

        Assert.Equal([first, second, first], actives);
        Assert.Equal("active", await stores.StateOfAsync(first));
    }

    [Fact]
    public async Task What_was_promoted_after_a_rollback_leads_back_to_where_the_rollback_led()
    {
        var first = await stores.EnterAsync("retired");
        var second = await stores.EnterAsync("retired", 1, first);
        await stores.EnterAsync("active", 2, second);
        var fourth = await stores.EnterAsync("refused", 3);

        Assert.True((await AskAsync(ModelMoves.Rollback)).Done);
        Assert.True((await AskAsync(ModelMoves.Promote, fourth)).Done);
        Assert.True((await AskAsync(ModelMoves.Rollback)).Done);
        Assert.Equal("active", await stores.StateOfAsync(second));
        Assert.True((await AskAsync(ModelMoves.Rollback)).Done);
        Assert.Equal("active", await stores.StateOfAsync(first));
        Assert.False((await AskAsync(ModelMoves.Rollback)).Done);
    }

    [Fact]
    public async Task A_set_in_shadow_is_promoted_or_retired_on_request_and_a_rollback_leads_back()
    {
        var active = await stores.EnterAsync("active");
        var shadow = await stores.EnterAsync("shadow", 1);

        Assert.True((await AskAsync(ModelMoves.Promote, shadow)).Done);
        Assert.Equal(("retired", "active"), (await stores.StateOfAsync(active), await stores.StateOfAsync(shadow)));
        Assert.True((await AskAsync(ModelMoves.Rollback)).Done);
        Assert.Equal(("active", "retired"), (await stores.StateOfAsync(active), await stores.StateOfAsync(shadow)));

        var next = await stores.EnterAsync("shadow", 2);
        Assert.Contains("not in shadow", (await AskAsync(ModelMoves.Retire, active)).Answer, StringComparison.Ordinal);
        Assert.True((await AskAsync(ModelMoves.Retire, next)).Done);
        Assert.Equal("retired", await stores.StateOfAsync(next));
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_and_kept()
    {
        var active = await stores.EnterAsync("active");

        var answers = new[]
        {
            await AskAsync(ModelMoves.Promote, active),
            await AskAsync(ModelMoves.Promote),
            await AskAsync("delete", active),
            await AskAsync(ModelMoves.Rollback, why: " "),
        };

        Assert.All(answers, answer => Assert.False(answer.Done));
        Assert.Empty(await stores.MovesAsync());
        Assert.Equal("active", await stores.StateOfAsync(active));
    }

    [Fact]
    public async Task A_set_without_a_model_of_the_action_could_recommend_nothing_and_is_not_promoted()
    {
        await stores.EnterAsync("active");
        var refused = await stores.EnterAsync("refused", 1);
        await stores.RunAsOwnerAsync("update retrainer.model set target = 'memory' where run_id = $1", refused);

        var answer = await AskAsync(ModelMoves.Promote, refused);

        Assert.Equal((false, $"{refused} has no model of the action, so it could recommend nothing."), (answer.Done, answer.Answer));
        Assert.Equal("refused", await stores.StateOfAsync(refused));
    }

    [Fact]
    public async Task A_request_that_comes_again_to_several_copies_at_once_is_done_once()
    {
        var first = await stores.EnterAsync("retired");
        var second = await stores.EnterAsync("retired", 1, first);
        await stores.EnterAsync("active", 2, second);
        var request = new ModelMoveRequested(Guid.NewGuid(), ModelMoves.Rollback, RunId: null, "ops", "a test says so");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => stores.Moves().HandleAsync(request, Cancellation)));

        Assert.Equal("active", await stores.StateOfAsync(second));
        Assert.Equal(2, (await stores.MovesAsync()).Count);
    }

    [Fact]
    public async Task A_set_whose_artifacts_are_not_kept_any_more_cannot_come_back()
    {
        var old = await stores.EnterAsync("retired");
        await stores.EnterAsync("active", 1);
        await stores.RunAsOwnerAsync("update retrainer.model set artifact = null where run_id = $1", old);

        Assert.Contains("not kept", (await AskAsync(ModelMoves.Rollback, old)).Answer, StringComparison.Ordinal);
        Assert.Contains("not kept", (await AskAsync(ModelMoves.Promote, old)).Answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update retrainer.model set artifact = set_byte(artifact, length(artifact) - 1, 1) where run_id = $1", "SHA-256")]
    [InlineData("update retrainer.model set sha256 = encode(sha256('no model'), 'hex'), artifact = 'no model' where run_id = $1", "not a model")]
    [InlineData("insert into retrainer.model select 'memory', version, run_id, artifact, sha256, window_from, window_to, examples, seed, code_version, metrics, created_at from retrainer.model where run_id = $1", "model of action")]
    public async Task A_set_that_could_not_be_read_is_neither_promoted_nor_gone_back_to(string damage, string why)
    {
        var damaged = await stores.EnterAsync("retired");
        var active = await stores.EnterAsync("active", 1, damaged);
        await stores.RunAsOwnerAsync(damage, damaged);

        Assert.Contains(why, (await AskAsync(ModelMoves.Rollback)).Answer, StringComparison.Ordinal);
        Assert.Contains(why, (await AskAsync(ModelMoves.Promote, damaged)).Answer, StringComparison.Ordinal);
        Assert.Equal(("active", "retired"), (await stores.StateOfAsync(active), await stores.StateOfAsync(damaged)));
    }

    public async ValueTask InitializeAsync() => await stores.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<MoveRequestRow> AskAsync(string move, Guid? run = null, string why = "a test says so")
    {
        var request = new ModelMoveRequested(Guid.NewGuid(), move, run, "ops", why);
        await stores.Moves().HandleAsync(request, Cancellation);
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        return await database.MoveRequests.AsNoTracking().SingleAsync(row => row.RequestId == request.RequestId, Cancellation);
    }
}
