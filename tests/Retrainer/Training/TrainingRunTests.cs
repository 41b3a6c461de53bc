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
using WorkflowRecovery.Retrainer.Tests.Storage;
using WorkflowRecovery.Retrainer.Training;

namespace WorkflowRecovery.Retrainer.Tests.Training;

public sealed class TrainingRunTests(RunningStores stores) : IClassFixture<RunningStores>
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
        Assert.True(await scorer.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));

        var second = await TrainAsync();
        Assert.Equal("done", second.State);
        Assert.Contains("tasks are newer", second.Report!, StringComparison.Ordinal);
        Assert.Equal(active.Select(model => model.Sha256), (await ModelsAsync("active")).Select(model => model.Sha256));
        Assert.Equal(active.Select(model => model.Sha256), (await ModelsAsync("candidate")).Select(model => model.Sha256));
        await using var question = new NpgsqlCommand("select 1", scorer);
        await question.ExecuteScalarAsync(Cancellation);
        Assert.Equal([$"{first.RunId}"], told);
    }

    /// <summary>Operators who give memory for 50660, clone for 73, and answer everything else by a plain acdc.</summary>
    private async Task RecordAsync(int tasks)
    {
        var random = new Random(3);
        for (var at = 0; at < tasks; at++)
        {
            var code = random.GetItems([85, 50660, 73, 92], 1)[0];
            var reportedAt = new DateTimeOffset(2018, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(at);
            var eventId = await stores.ReportAsync($"/w{at}/Production", reportedAt);
            await stores.ObserveAsync(eventId, 1, SiteErrorMatrix.Of([new(code, "T2_US_MIT", Readiness.Green, random.Next(1, 90))]));
            await stores.ActAsync($"w{at}", null, reportedAt.AddHours(1), code == 73 ? "clone" : "acdc", code == 50660 ? 20_000 : null);
        }
    }

    private async Task<RunRow> TrainAsync()
    {
        var options = Options.Create(new RetrainingOptions { TreesOnly = true });
        var runs = new RunStore(stores.Databases, stores.Source, TimeProvider.System);
        var registry = new ModelRegistry(stores.Databases, TimeProvider.System);
        var run = Guid.NewGuid();
        await runs.RequestAsync(run, "test", Cancellation);
        await new TrainingRun(runs, new ExampleQuery(stores.Databases), registry, options, TimeProvider.System, NullLogger<TrainingRun>.Instance).RunAsync(run, Cancellation);
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        return await database.Runs.AsNoTracking().SingleAsync(row => row.RunId == run, Cancellation);
    }

    private async Task<List<ModelRow>> ModelsAsync(string state)
    {
        await using var database = await stores.Databases.CreateDbContextAsync(Cancellation);
        return await database.Models.AsNoTracking().Where(model => model.State == state).OrderBy(model => model.Target).ToListAsync(Cancellation);
    }
}
