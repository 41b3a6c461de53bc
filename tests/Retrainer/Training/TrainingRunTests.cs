using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;
using Npgsql;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Retrainer.Examples;
using WorkflowRecovery.Retrainer.Promotion;
using WorkflowRecovery.Retrainer.Storage;
using WorkflowRecovery.Retrainer.Tests.Promotion;
using WorkflowRecovery.Retrainer.Tests.Storage;
using WorkflowRecovery.Retrainer.Training;

namespace WorkflowRecovery.Retrainer.Tests.Training;

public sealed class TrainingRunTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Models_that_learned_something_are_promoted_once_and_the_scorers_are_told_once()
    {
        var told = new List<string>();
        await using var scorer = await stores.ListenAsync(told);
        await RecordAsync(400);

        var first = await TrainAsync();
        Assert.Equal("done", first.State);
        var active = await ModelsAsync("active");
        Assert.Equal(["action", "memory", "plan"], active.Select(model => model.Target));
        Assert.All(active, model => Assert.Equal(model.Sha256, ModelArtifact.Sha256Of(model.Artifact)));
        Assert.True(await scorer.WaitAsync(TimeSpan.FromSeconds(60), Cancellation));

        var second = await TrainAsync();
        Assert.Equal("done", second.State);
        Assert.Contains("tasks are newer", second.Report!, StringComparison.Ordinal);
        Assert.Equal(active.Select(model => model.Sha256), (await ModelsAsync("active")).Select(model => model.Sha256));
        Assert.Equal(active.Select(model => model.Sha256), (await ModelsAsync("refused")).Select(model => model.Sha256));
        await using var question = new NpgsqlCommand("select 1", scorer);
        await question.ExecuteScalarAsync(Cancellation);
        Assert.Equal([$"{first.RunId}"], told);
    }

    [Fact]
    public async Task Later_models_that_know_new_habits_go_into_shadow_and_stay_there_until_their_trial_has_told_something()
    {
        await RecordAsync(400);
        var first = await TrainAsync();
        await RecordAsync(1100, from: 400, clonedCode: 85);
        var second = await TrainAsync();
        await RecordAsync(1100, from: 1500, clonedCode: 92);
        var third = await TrainAsync();
        Assert.Contains($"{second.RunId} is on trial in shadow", third.Report!, StringComparison.Ordinal);
        await CountAsync(second, first, workflows: 100, advantage: 0.02);
        var fourth = await TrainAsync();
        await CountAsync(second, first, workflows: 100, advantage: -0.1);
        var fifth = await TrainAsync();

        Assert.Equal(["active", "retired", "refused", "refused", "shadow"], await Task.WhenAll(new[] { first, second, third, fourth, fifth }.Select(StateAsync)));
        var moves = await stores.MovesAsync();
        Assert.Equal(
            [(first.RunId, "active"), (second.RunId, "shadow"), (third.RunId, "refused"), (fourth.RunId, "refused"), (second.RunId, "retired"), (fifth.RunId, "shadow")],
            moves.Select(move => (move.RunId, move.ToState)));
        Assert.All(moves, move => Assert.Equal("retrainer", move.MovedBy));
        Assert.Contains($"{fifth.RunId} took its place", moves[4].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_drift_models_that_learned_what_little_is_new_go_into_shadow_where_live_tasks_decide()
    {
        await RecordAsync(1000);
        var active = await TrainAsync();
        await RecordAsync(60, from: 1000, clonedCode: 85);
        var without = await TrainAsync();
        await DriftAsync(active, at: 1059);
        var with = await TrainAsync();

        Assert.Contains("only 60 tasks are newer", without.Report!, StringComparison.Ordinal);
        Assert.Contains("live tasks decide", with.Report!, StringComparison.Ordinal);
        Assert.Equal(["active", "refused", "shadow"], await Task.WhenAll(new[] { active, without, with }.Select(StateAsync)));
    }

    [Fact]
    public async Task A_set_in_shadow_of_before_a_drift_gives_way_to_one_of_after_it_and_that_to_none()
    {
        await RecordAsync(1000);
        var active = await TrainAsync();
        var shadow = await stores.EnterAsync("shadow", 1);
        await RecordAsync(60, from: 1000, clonedCode: 85);
        await DriftAsync(active, at: 1059);
        var first = await TrainAsync();
        var second = await TrainAsync();

        Assert.Equal(("retired", "shadow", "refused"), (await stores.StateOfAsync(shadow), await StateAsync(first), await StateAsync(second)));
        Assert.Contains("is on trial", second.Report!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_in_shadow_that_cannot_be_read_stand_in_nobodys_way()
    {
        await RecordAsync(400);
        var first = await TrainAsync();
        var unreadable = await stores.EnterAsync("shadow", readable: false);
        await RecordAsync(1100, from: 400, clonedCode: 85);

        Assert.Equal(["active", "shadow"], await Task.WhenAll(new[] { first, await TrainAsync() }.Select(StateAsync)));
        Assert.Contains("cannot be read", (await stores.MovesAsync()).Single(move => move.RunId == unreadable).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task For_active_models_that_cannot_be_read_the_newest_before_them_that_can_come_back()
    {
        await RecordAsync(400);
        var first = await TrainAsync();
        await stores.RunAsOwnerAsync("update retrainer.model_set set state = 'retired'");
        var older = await stores.EnterAsync("retired", readable: false);
        var unreadable = await stores.EnterAsync("active", 1, older, readable: false);

        var last = await TrainAsync();

        Assert.Equal(("active", "retired", "retired"), (await StateAsync(first), await stores.StateOfAsync(older), await stores.StateOfAsync(unreadable)));
        Assert.Equal("refused", await StateAsync(last));
        Assert.Contains("cannot be read", (await stores.MovesAsync()).Single(move => move.RunId == unreadable).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_none_can_be_read_new_models_wait_for_somebody_instead_of_becoming_active_untried()
    {
        var unreadable = await stores.EnterAsync("active", readable: false);
        await RecordAsync(400);

        var run = await TrainAsync();

        Assert.Equal(("retired", "shadow"), (await stores.StateOfAsync(unreadable), await StateAsync(run)));
        Assert.Contains("promoted by hand", run.Report!, StringComparison.Ordinal);
        await stores.Moves().HandleAsync(new(Guid.NewGuid(), ModelMoves.Promote, run.RunId, "ops", "it is the only one"), Cancellation);
        Assert.Equal("active", await StateAsync(run));
    }

    [Fact]
    public async Task What_was_found_beside_sets_that_were_moved_meanwhile_is_found_out_anew()
    {
        await RecordAsync(400);
        var first = await TrainAsync();
        var other = await stores.EnterAsync("retired");
        await stores.RunAsOwnerAsync("update retrainer.model set window_to = window_from - interval '20 years' where run_id = $1", other);
        await using var turn = await Runs.TryTakeTurnAsync(Cancellation);
        await using var mover = await stores.Source.OpenConnectionAsync(Cancellation);
        await using var moves = await mover.BeginTransactionAsync(Cancellation);
        await RunAsync("select pg_advisory_xact_lock(hashtextextended('workflow-recovery model sets', 0))");
        var training = TrainAsync(turn!, stores.Entry());
        while (!await stores.IsTrueAsync(Waiting))
            Assert.False(training.IsCompleted);

        await RunAsync($"update retrainer.model_set set state = 'retired' where run_id = '{first.RunId}'");
        await RunAsync($"update retrainer.model_set set state = 'active' where run_id = '{other}'");
        await moves.CommitAsync(Cancellation);

        Assert.Contains("only 60 tasks are newer", (await training).Report!, StringComparison.Ordinal);

        async Task RunAsync(string sql)
        {
#pragma warning disable CA2100 // The statements are the test's own.
            await using var command = new NpgsqlCommand(sql, mover);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(Cancellation);
        }
    }

    [Fact]
    public async Task A_training_whose_turn_another_copy_has_taken_enters_nothing_and_is_left_to_that()
    {
        await RecordAsync(100);
        var runs = Runs;
        await using var turn = await runs.TryTakeTurnAsync(Cancellation);
        await stores.CutConnectionsAsync();
        await using var faster = await runs.TryTakeTurnAsync(Cancellation);

        var run = await TrainAsync(turn!, stores.Entry());

        Assert.Equal("running", run.State);
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        Assert.Empty(await database.Sets.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_training_that_could_not_be_entered_because_the_database_was_away_comes_again()
    {
        await RecordAsync(100);
        await using var away = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Database=nothing");
        var databases = new PooledDbContextFactory<RetrainerDatabase>(
            new DbContextOptionsBuilder<RetrainerDatabase>().UseNpgsql(away).UseSnakeCaseNamingConvention().Options);
        var runs = Runs;
        await using var turn = await runs.TryTakeTurnAsync(Cancellation);

        await Assert.ThrowsAnyAsync<Exception>(() => TrainAsync(turn!, stores.Entry(stores.Registry(databases: databases))));

        Assert.NotNull(await runs.NextAsync(Cancellation));
    }

    [Fact]
    public async Task A_training_that_fails_for_a_reason_of_its_own_has_failed()
    {
        await RecordAsync(1);
        await stores.RunAsOwnerAsync("update featurizer.matrix set cells = '\\x00ff'");
        await using var turn = await Runs.TryTakeTurnAsync(Cancellation);

        await Assert.ThrowsAnyAsync<Exception>(() => TrainAsync(turn!, stores.Entry()));

        Assert.Null(await Runs.NextAsync(Cancellation));
    }

    [Fact]
    public async Task A_training_in_the_middle_of_which_the_service_is_told_to_stop_comes_again()
    {
        var (runs, run) = (Runs, Guid.NewGuid());
        await using var turn = await runs.TryTakeTurnAsync(Cancellation);
        await runs.RequestAsync(run, "test", Cancellation);
        await RecordAsync(400);
        using var stop = new CancellationTokenSource();
        var progress = Task.Run(async () =>
        {
            while (!await stores.IsTrueAsync($"select exists (select from retrainer.training where run_id = '{run}' and state = 'running')"))
                await Task.Yield();
            await stop.CancelAsync();
        }, Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Training(runs, stores.Entry()).RunAsync(run, turn!, stop.Token));

        await progress;
        Assert.True(await stores.IsTrueAsync("select bool_and(state = 'requested' and attempts = 0) from retrainer.training"));
    }

    /// <summary>Operators who give memory for 50660, clone for one code, and answer everything else by a plain acdc.</summary>
    private async Task RecordAsync(int tasks, int from = 0, int clonedCode = 73)
    {
        var random = new Random(3);
        for (var at = from; at < from + tasks; at++)
        {
            var code = random.GetItems([85, 50660, 73, 92], 1)[0];
            var reportedAt = new DateTimeOffset(2018, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(at);
            var eventId = await stores.ReportAsync($"/w{at}/Production", reportedAt);
            await stores.ObserveAsync(eventId, 1, SiteErrorMatrix.Of([new(code, "T2_US_MIT", Readiness.Green, random.Next(1, 90))]));
            await stores.ActAsync($"w{at}", null, reportedAt.AddHours(1), code == clonedCode ? "clone" : "acdc", code == 50660 ? 20_000 : null);
        }
    }

    /// <summary>Whether somebody waits for a lock that another has.</summary>
    private const string Waiting =
        "select exists (select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database()))";

    /// <summary>So many workflows more that count in a trial.</summary>
    private Task CountAsync(RunRow shadow, RunRow active, int workflows, double advantage) => stores.RunAsOwnerAsync(
        """
        insert into retrainer.trial_case
        select $1, $2, before.cases + n, gen_random_uuid()::text, gen_random_uuid(), now(), $4
        from generate_series(1, $3) n, (select count(*)::int as cases from retrainer.trial_case) before
        """, shadow.RunId, active.RunId, workflows, advantage);

    /// <summary>Something drifts beside the active models, and was found with the report of a task.</summary>
    private Task DriftAsync(RunRow active, int at) => stores.RunAsOwnerAsync(
        "insert into retrainer.drift values ('label', now(), $1, $2, true, 'other', 20, 0.5, 50, 'operators order other things', null)", Habits.Begin.AddHours(at), active.RunId);

    private RunStore Runs => new(stores.Databases, stores.Source, TimeProvider.System);

    private TrainingRun Training(RunStore runs, SetEntry entry) => new(
        runs, new ExampleQuery(stores.Databases), entry, Options.Create(new RetrainingOptions { TreesOnly = true }), TimeProvider.System, NullLogger<TrainingRun>.Instance);

    private async Task<RunRow> TrainAsync()
    {
        await using var turn = await Runs.TryTakeTurnAsync(Cancellation);
        return await TrainAsync(turn!, stores.Entry());
    }

    private async Task<RunRow> TrainAsync(Turn turn, SetEntry entry)
    {
        var (runs, run) = (Runs, Guid.NewGuid());
        await runs.RequestAsync(run, "test", Cancellation);
        await Training(runs, entry).RunAsync(run, turn, Cancellation);
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        return await database.Runs.AsNoTracking().SingleAsync(row => row.RunId == run, Cancellation);
    }

    private async Task<string> StateAsync(RunRow run)
    {
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        return (await database.Sets.AsNoTracking().SingleAsync(set => set.RunId == run.RunId, Cancellation)).State;
    }

    private async Task<List<ModelRow>> ModelsAsync(string state)
    {
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        return await database.Models.AsNoTracking()
            .Where(model => database.Sets.Any(set => set.RunId == model.RunId && set.State == state))
            .OrderBy(model => model.Target).ToListAsync(Cancellation);
    }

    public async ValueTask InitializeAsync() => await stores.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
