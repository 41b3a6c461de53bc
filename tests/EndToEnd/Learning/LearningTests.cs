using Npgsql;
using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.EndToEnd.Tests.Outside;
using WorkflowRecovery.ServiceDefaults.Wire;
using WorkflowRecovery.Simulation;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.EndToEnd.Tests.Learning;

public sealed class LearningTests(TestServers servers)
{
    private static readonly IReadOnlyList<SimulatedTask> Simulated = [.. HistorySimulation.Records(new SimulationOptions { Records = 4000, Seed = 5 })];

    /// <summary>A tournament of all approaches is for the tests of learning.</summary>
    private static PipelineOptions QuickToTrain { get; } = new() { Variables = new Dictionary<string, string?> { ["Retraining__TreesOnly"] = "true" } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recorded_actions_train_models_that_a_running_scorer_takes_up_and_recommends_with()
    {
        await using var pipeline = await Pipeline.StartAsync(servers, QuickToTrain, Cancellation);
        await using var outside = await OutsideParty.ConnectAsync(pipeline.Broker.For("workflow-system"));
        await using var database = NpgsqlDataSource.Create(pipeline.Database.For("wr_cli"));
        var before = Events.New("before-training");
        await outside.PublishAsync(RoutingKeys.WorkflowAssistance, before);
        await outside.UntilAsync(received => Promise.AllAnswered([before], received));

        await SendInsideAsync(pipeline, HistoryOf(Simulated));
        await UntilAsync(database, "select sum(submitted) from featurizer.import_progress", $"{Simulated.Count}");
        await SendInsideAsync(pipeline, [(InsideKeys.TrainingRequested, WireJson.Write(new TrainingRequested(Guid.NewGuid(), "a test")))]);
        await UntilAsync(database, "select state from retrainer.training_run", "done");
        await UntilAsync(database, "select exists (select from retrainer.active_model where target = 'plan')", "True");
        var after = await FirstWithModelsAsync(outside);

        Assert.Equal("recommendation.none.abstained", outside.Recommendations[0].RoutingKey);
        Assert.Equal("review", after.Disposition);
        var targets = after.Models.Select(model => model.Target).ToHashSet();
        Assert.Superset(new HashSet<string> { "action", "memory", "plan" }, targets);
        Assert.Subset(new HashSet<string> { "action", "memory", "splitting", "xrootd", "secondary", "cores", "plan" }, targets);
        Assert.Equal("acdc", after.Action);
        Assert.True(after.MemoryMb > 4000, "400 memory failures at good sites ask for more memory than the task has");
        Assert.InRange(after.Confidence!.Value, 0.05, 1);
        Assert.NotEmpty(after.Reasons);
        Assert.All(outside.Recommendations, message => Assert.DoesNotContain(Simulated, task => task.Task == message.Said.Task));
    }

    /// <summary>The scorer hears of new models while events go on; sooner or later one is judged with them.</summary>
    private static async Task<RecoveryRecommended> FirstWithModelsAsync(OutsideParty outside)
    {
        for (var number = 1; number <= 100; number++)
        {
            var reported = Events.New($"after-{number}", Events.Row(50660, "T2_US_MIT", 400, "green"));
            await outside.PublishAsync(RoutingKeys.WorkflowAssistance, reported);
            await outside.UntilAsync(received => Promise.AllAnswered([reported], received));
            var said = outside.Recommendations.Single(message => message.Said.RecommendationId == Events.IdOf(reported)).Said;
            if (said.Models.Count > 0)
                return said;
        }

        throw new InvalidOperationException("a hundred events were judged without a model");
    }

    private static IEnumerable<(string Key, byte[] Body)> HistoryOf(IReadOnlyList<SimulatedTask> tasks)
    {
        var importId = Guid.NewGuid();
        return tasks.Select(PastTasks.Of).Chunk(500).Select((batch, number) =>
            (InsideKeys.HistorySubmitted, WireJson.Write(new HistorySubmitted(importId, number + 1, batch))));
    }

    private static async Task SendInsideAsync(Pipeline pipeline, IEnumerable<(string Key, byte[] Body)> messages)
    {
        await using var connection = await new ConnectionFactory { Uri = pipeline.Broker.For("wr-cli") }.CreateConnectionAsync(Cancellation);
        await using var channel = await connection.CreateChannelAsync(new(true, true), Cancellation);
        foreach (var (key, body) in messages)
            await channel.BasicPublishAsync(InsideNames.Exchange, key, mandatory: true, new BasicProperties { Persistent = true }, body, Cancellation);
    }

    private static async Task UntilAsync(NpgsqlDataSource database, string query, string expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(6));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            await using var command = database.CreateCommand(query);
            if (Convert.ToString(await command.ExecuteScalarAsync(Cancellation)) == expected)
                return;
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }
}
