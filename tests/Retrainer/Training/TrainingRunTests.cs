using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
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
    public async Task Later_models_that_know_new_habits_go_into_shadow_and_newer_ones_that_know_newer_habits_take_their_place()
    {
        await RecordAsync(400);
        var first = await TrainAsync();
        await RecordAsync(1100, from: 400, clonedCode: 85);
        var second = await TrainAsync();
        await RecordAsync(1100, from: 1500, clonedCode: 92);
        var third = await TrainAsync();

        Assert.Equal(["active", "retired", "shadow"], await Task.WhenAll(new[] { first, second, third }.Select(StateAsync)));
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        var moves = await database.Moves.AsNoTracking().OrderBy(move => move.Number).ToListAsync(Cancellation);
        Assert.Equal(
            [(first.RunId, "candidate", "active"), (second.RunId, "candidate", "shadow"), (second.RunId, "shadow", "retired"), (third.RunId, "candidate", "shadow")],
            moves.Select(move => (move.RunId, move.FromState, move.ToState)));
        Assert.All(moves, move => Assert.Equal("retrainer", move.MovedBy));
        Assert.Contains($"{third.RunId} took its place", moves[2].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_in_shadow_that_cannot_be_read_stand_in_nobodys_way()
    {
        await RecordAsync(400);
        var first = await TrainAsync();
        var unreadable = await stores.EnterAsync("shadow");
        await RecordAsync(1100, from: 400, clonedCode: 85);

        Assert.Equal(["active", "shadow"], await Task.WhenAll(new[] { first, await TrainAsync() }.Select(StateAsync)));
        Assert.Contains("cannot be read", (await stores.MovesAsync()).Single(move => move.RunId == unreadable).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Active_models_that_cannot_be_read_are_retired_for_ones_that_can()
    {
        var unreadable = await stores.EnterAsync("active");
        await RecordAsync(400);

        Assert.Equal("active", await StateAsync(await TrainAsync()));
        Assert.Contains("cannot be read", (await stores.MovesAsync()).Single(move => move.RunId == unreadable).Why, StringComparison.Ordinal);
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

    private async Task<RunRow> TrainAsync()
    {
        var options = Options.Create(new RetrainingOptions { TreesOnly = true });
        var runs = new RunStore(stores.Databases, stores.Source, TimeProvider.System);
        var registry = stores.Registry();
        var run = Guid.NewGuid();
        await runs.RequestAsync(run, "test", Cancellation);
        await new TrainingRun(runs, new ExampleQuery(stores.Databases), registry, options, TimeProvider.System, NullLogger<TrainingRun>.Instance).RunAsync(run, Cancellation);
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
