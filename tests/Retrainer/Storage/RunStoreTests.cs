using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using WorkflowRecovery.Retrainer.Storage;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Retrainer.Tests.Storage;

public sealed class RunStoreTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RunStore Runs => new(stores.Databases, stores.Source, _clock);

    [Fact]
    public async Task One_trains_at_a_time_and_the_next_when_it_is_done()
    {
        await using (var turn = await Runs.TryTakeTurnAsync(Cancellation))
        {
            Assert.NotNull(turn);
            Assert.Null(await Runs.TryTakeTurnAsync(Cancellation));
        }

        await using var next = await Runs.TryTakeTurnAsync(Cancellation);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task The_turn_of_a_process_that_died_is_free()
    {
        var turn = await Runs.TryTakeTurnAsync(Cancellation);
        await stores.CutConnectionsAsync();

        await using (var next = await Runs.TryTakeTurnAsync(Cancellation))
            Assert.NotNull(next);
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await turn!.DisposeAsync());
    }

    [Fact]
    public async Task A_turn_whose_connection_was_cut_is_taken_again_but_not_from_one_who_was_faster()
    {
        await using var turn = await Runs.TryTakeTurnAsync(Cancellation);
        Assert.True(await turn!.HoldAsync(Cancellation));
        await stores.CutConnectionsAsync();
        Assert.True(await turn.HoldAsync(Cancellation));
        Assert.Null(await Runs.TryTakeTurnAsync(Cancellation));

        await stores.CutConnectionsAsync();
        await using (var faster = await Runs.TryTakeTurnAsync(Cancellation))
        {
            Assert.NotNull(faster);
            Assert.False(await turn.HoldAsync(Cancellation));
        }

        Assert.True(await turn.HoldAsync(Cancellation));
    }

    [Fact]
    public async Task A_training_asked_for_twice_comes_once_and_the_earliest_comes_first()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await Runs.RequestAsync(first, "test", Cancellation);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Runs.RequestAsync(second, "test", Cancellation);
        await Runs.RequestAsync(first, "test", Cancellation);

        Assert.Equal(first, await Runs.NextAsync(Cancellation));
        await Runs.StartAsync(first, Cancellation);
        await Runs.FailAsync(first, "no examples", Cancellation);
        Assert.Equal(second, await Runs.NextAsync(Cancellation));
        await Runs.RequestAsync(first, "test", Cancellation);
        Assert.Equal(second, await Runs.NextAsync(Cancellation));
    }

    [Fact]
    public async Task A_training_whose_process_died_comes_again()
    {
        var run = Guid.NewGuid();
        await Runs.RequestAsync(run, "test", Cancellation);
        await Runs.StartAsync(run, Cancellation);
        await Runs.ProgressAsync(run, "training memory", 0.4, Cancellation);

        Assert.Equal(run, await Runs.NextAsync(Cancellation));
    }

    [Fact]
    public async Task A_training_that_ends_its_process_every_time_is_given_up_and_the_next_comes()
    {
        var (deadly, next) = (Guid.NewGuid(), Guid.NewGuid());
        await Runs.RequestAsync(deadly, "test", Cancellation);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Runs.RequestAsync(next, "test", Cancellation);
        for (var attempt = 0; attempt < RunStore.MostAttempts; attempt++)
            Assert.True(await Runs.StartAsync((await Runs.NextAsync(Cancellation))!.Value, Cancellation));

        Assert.False(await Runs.StartAsync(deadly, Cancellation));

        Assert.Equal(next, await Runs.NextAsync(Cancellation));
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        var run = await database.Runs.AsNoTracking().SingleAsync(row => row.RunId == deadly, Cancellation);
        Assert.Equal(("failed", true), (run.State, run.Failure!.Contains("begun 3 times", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_training_that_was_given_back_comes_again_however_often()
    {
        var run = Guid.NewGuid();
        await Runs.RequestAsync(run, "test", Cancellation);
        for (var restart = 0; restart <= RunStore.MostAttempts; restart++)
        {
            Assert.True(await Runs.StartAsync(run, Cancellation));
            await Runs.GiveBackAsync(run, Cancellation);
        }

        Assert.Equal(run, await Runs.NextAsync(Cancellation));
    }

    [Fact]
    public async Task News_are_the_actions_that_came_in_since_the_last_training_began_also_when_it_failed()
    {
        var before = await Runs.NewsAsync(Cancellation);
        var run = Guid.NewGuid();
        await stores.ActAsync("w", null, _clock.GetUtcNow());
        await Runs.RequestAsync(run, "test", Cancellation);
        await Runs.StartAsync(run, Cancellation);
        await Runs.FailAsync(run, "test", Cancellation);
        await stores.ActAsync("w", null, _clock.GetUtcNow().AddDays(-100), receivedAt: _clock.GetUtcNow().AddSeconds(2));
        await stores.ActAsync("w", null, _clock.GetUtcNow().AddDays(-101), receivedAt: _clock.GetUtcNow().AddSeconds(1));

        var news = await Runs.NewsAsync(Cancellation);

        await stores.ActAsync("w", null, _clock.GetUtcNow(), source: "import", receivedAt: _clock.GetUtcNow().AddSeconds(3));
        var (now, imported) = (_clock.GetUtcNow(), await Runs.NewsAsync(Cancellation));

        Assert.Equal(new(LastStartedAt: null, 0, OldestAt: null, NewestImportAt: null, DriftSince: null), before);
        Assert.Equal(new(now, 2, now.AddSeconds(1), NewestImportAt: null, DriftSince: null), news);
        Assert.Equal(new(now, 3, now.AddSeconds(1), now.AddSeconds(3), DriftSince: null), imported);
    }

    [Fact]
    public async Task The_migrated_tables_are_those_that_the_code_expects()
    {
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);

        Assert.Empty(await SchemaAgreement.DisagreementsAsync(database, Cancellation));
    }

    public async ValueTask InitializeAsync() => await stores.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
