using Microsoft.EntityFrameworkCore;
using Npgsql;
using WorkflowRecovery.Retrainer.Tests.Storage;

namespace WorkflowRecovery.Retrainer.Tests.Promotion;

public sealed class ModelRegistryTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("active")]
    [InlineData("shadow")]
    public async Task The_database_itself_holds_one_set_in_a_state_that_scorers_load(string state)
    {
        await stores.EnterAsync(state);

        Assert.Equal(PostgresErrorCodes.UniqueViolation, (await Assert.ThrowsAsync<PostgresException>(() => stores.EnterAsync(state, 1))).SqlState);
    }

    [Theory]
    [InlineData("update retrainer.model_move set why = ''")]
    [InlineData("delete from retrainer.model_move")]
    [InlineData("update retrainer.move_request set answer = ''")]
    [InlineData("delete from retrainer.move_request")]
    [InlineData("update retrainer.trial_case set advantage = 1")]
    [InlineData("delete from retrainer.trial_case")]
    [InlineData("delete from retrainer.model_set")]
    [InlineData("delete from retrainer.model")]
    public async Task The_service_itself_can_neither_change_nor_remove_what_happened(string sql)
    {
#pragma warning disable CA2100 // The statements are the test's own.
        await using var command = stores.Source.CreateCommand(sql);
#pragma warning restore CA2100

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Of_several_copies_that_find_the_same_at_once_one_promotes()
    {
        var (active, shadow) = (await stores.EnterAsync("active"), await stores.EnterAsync("shadow", 1));

        var done = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => stores.Registry().EndShadowAsync(shadow, active, promote: true, "better", Cancellation)));

        Assert.Single(done, moved => moved);
        Assert.Equal([(active, "retired"), (shadow, "active")], (await stores.MovesAsync()).Select(move => (move.RunId, move.ToState)));
    }

    [Fact]
    public async Task What_was_found_beside_a_set_that_is_not_active_any_more_moves_nothing()
    {
        var (active, shadow) = (await stores.EnterAsync("active"), await stores.EnterAsync("shadow", 1));

        Assert.False(await stores.Registry().EndShadowAsync(shadow, Guid.NewGuid(), promote: true, "better", Cancellation));
        Assert.False(await stores.Registry().EndShadowAsync(active, active, promote: true, "better", Cancellation));
        Assert.Equal(("active", "shadow"), (await stores.StateOfAsync(active), await stores.StateOfAsync(shadow)));
    }

    [Fact]
    public async Task A_process_that_dies_between_two_moves_has_moved_nothing_and_leaves_the_registry_free()
    {
        var (active, shadow) = (await stores.EnterAsync("active"), await stores.EnterAsync("shadow", 1));

        await Assert.ThrowsAnyAsync<Exception>(() => stores.Registry().ChangeAsync(async (database, changes) =>
        {
            await changes.MoveAsync((await changes.FindAsync(active))!, "retired", "a test", "half of it");
            await stores.CutConnectionsAsync();
            return await database.Sets.CountAsync(Cancellation);
        }, Cancellation));

        Assert.Equal(("active", "shadow"), (await stores.StateOfAsync(active), await stores.StateOfAsync(shadow)));
        Assert.Empty(await stores.MovesAsync());
        Assert.True(await stores.Registry().EndShadowAsync(shadow, active, promote: false, "worse", Cancellation));
        Assert.Equal("retired", await stores.StateOfAsync(shadow));
    }

    [Fact]
    public async Task Old_sets_lose_their_artifacts_but_not_their_rows_and_those_in_use_or_to_roll_back_to_lose_nothing()
    {
        var previous = await stores.EnterAsync("retired");
        var active = await stores.EnterAsync("active", 1, previous);
        var old = new[] { await stores.EnterAsync("refused", 2), await stores.EnterAsync("retired", 3) };
        var newer = new[] { await stores.EnterAsync("refused", 4), await stores.EnterAsync("refused", 5) };
        var shadow = await stores.EnterAsync("shadow", 6);

        await stores.Registry(keepSets: 3).ChangeAsync((_, _) => Task.FromResult(true), Cancellation);

        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        var kept = await database.Models.AsNoTracking().ToDictionaryAsync(model => model.RunId, model => model.Artifact is not null, Cancellation);
        Assert.Equal(7, kept.Count);
        Assert.All(new[] { previous, active, shadow }.Concat(newer), run => Assert.True(kept[run]));
        Assert.All(old, run => Assert.False(kept[run]));
    }

    public async ValueTask InitializeAsync() => await stores.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
