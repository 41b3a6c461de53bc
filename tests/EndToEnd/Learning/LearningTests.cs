using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.EndToEnd.Tests.Inside;
using WorkflowRecovery.EndToEnd.Tests.Outside;
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
        await using var commandLine = new CommandLine(pipeline);
        var before = Events.New("before-training");
        await outside.PublishAsync(RoutingKeys.WorkflowAssistance, before);
        await outside.UntilAsync(received => Promise.AllAnswered([before], received));

        await commandLine.ImportAsync(Simulated);
        await commandLine.SendAsync(InsideKeys.TrainingRequested, new TrainingRequested(Guid.NewGuid(), "a test"));
        await commandLine.UntilAsync("select exists (select from retrainer.training_run where state = 'done')");
        await commandLine.UntilAsync("select exists (select from retrainer.active_model where target = 'plan')");
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
}
