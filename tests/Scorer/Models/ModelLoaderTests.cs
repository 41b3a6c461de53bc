using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using WorkflowRecovery.Learning.Artifacts;
using WorkflowRecovery.Scorer.Models;
using WorkflowRecovery.Scorer.Scoring;
using WorkflowRecovery.Scorer.Tests.Scoring;
using WorkflowRecovery.Scorer.Tests.Storage;

namespace WorkflowRecovery.Scorer.Tests.Models;

public sealed class ModelLoaderTests(RunningStores stores) : IClassFixture<RunningStores>, IAsyncLifetime
{
    private readonly ActiveModels _active = new();
    private readonly Lines _log = new();
    private ModelLoader _loader = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_the_first_promotion_no_model_is_in_use()
    {
        await _loader.LoadAsync(Cancellation);

        Assert.False(_active.Current.Models.CanPlan);
    }

    [Fact]
    public async Task Models_are_swapped_when_others_are_promoted_and_an_answer_under_way_keeps_its_own()
    {
        await stores.PromoteAsync(1, TrainedModels.Stored);
        await _loader.LoadAsync(Cancellation);
        var before = _active.Current;
        var task = Tasks.Of(Tasks.Error(50660));
        var answer = Judge.Of(before, MatrixReading.TaskOf(task), Tasks.MaxMemoryMbPerCore);

        await stores.PromoteAsync(2, TrainedModels.OtherStored);
        await _loader.LoadAsync(Cancellation);

        Assert.Equal(TrainedModels.OtherStored.Select(model => model.Sha256).Order(), _active.Current.References.Select(model => model.Sha256).Order());
        Assert.All(_active.Current.References, model => Assert.Equal(2, model.Version));
        Assert.Equal(answer.Plans, Judge.Of(before, MatrixReading.TaskOf(task), Tasks.MaxMemoryMbPerCore).Plans);
    }

    [Fact]
    public async Task The_same_models_are_not_loaded_again()
    {
        await stores.PromoteAsync(1, TrainedModels.Stored);
        await _loader.LoadAsync(Cancellation);
        var before = _active.Current;
        await _loader.LoadAsync(Cancellation);

        Assert.Same(before, _active.Current);
        Assert.Equal(TrainedModels.Stored.Count, _log.Levels.Count);
    }

    [Fact]
    public async Task Models_of_which_one_is_not_what_was_promoted_are_refused_aloud_and_those_in_use_stay()
    {
        await stores.PromoteAsync(1, TrainedModels.Stored);
        await _loader.LoadAsync(Cancellation);
        var before = _active.Current;
        await stores.PromoteAsync(2, [.. TrainedModels.OtherStored.SkipLast(1), TrainedModels.OtherStored[^1] with { Sha256 = new('0', 64) }]);
        await _loader.LoadAsync(Cancellation);

        Assert.Same(before, _active.Current);
        Assert.Contains(LogLevel.Error, _log.Levels);

        await stores.PromoteAsync(3, TrainedModels.OtherStored);
        await _loader.LoadAsync(Cancellation);
        Assert.All(_active.Current.References, model => Assert.Equal(3, model.Version));
    }

    [Fact]
    public async Task Models_in_shadow_are_loaded_beside_the_active_ones_and_both_are_swapped_at_once_when_they_are_promoted()
    {
        var first = await stores.PromoteAsync(1, TrainedModels.Stored);
        var second = await stores.ShadowAsync(2, TrainedModels.OtherStored);
        await _loader.LoadAsync(Cancellation);
        var before = _active.Pair;

        await stores.RunAsOwnerAsync("update retrainer.model_set set state = 'retired' where run_id = $1", first);
        await stores.RunAsOwnerAsync("update retrainer.model_set set state = 'active' where run_id = $1", second);
        await _loader.LoadAsync(Cancellation);

        Assert.Equal((first, second), (before.Active.RunId, before.Shadow!.RunId));
        Assert.Same(before.Shadow, _active.Pair.Active);
        Assert.Null(_active.Pair.Shadow);
    }

    [Fact]
    public async Task Models_in_shadow_that_are_not_what_was_entered_are_refused_aloud_and_the_active_ones_are_used_alone()
    {
        var refused = 0L;
        using var meter = new MeterListener { InstrumentPublished = (instrument, listener) => 
        {
            if (instrument.Name == "workflow_recovery.models.refused")
                listener.EnableMeasurementEvents(instrument);
        } };
        meter.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref refused, value));
        meter.Start();
        await stores.PromoteAsync(1, TrainedModels.Stored);
        await stores.ShadowAsync(2, [TrainedModels.OtherStored[0] with { Sha256 = new('0', 64) }, .. TrainedModels.OtherStored.Skip(1)]);

        await _loader.LoadAsync(Cancellation);

        Assert.Equal(TrainedModels.Stored.Count, _active.Current.References.Count);
        Assert.Null(_active.Pair.Shadow);
        Assert.Contains(LogLevel.Error, _log.Levels);
        Assert.True(refused > 0);
    }

    [Fact]
    public async Task Models_that_answer_another_question_than_they_were_stored_for_are_refused()
    {
        await stores.PromoteAsync(1, TrainedModels.Stored);
        await _loader.LoadAsync(Cancellation);
        var before = _active.Current;
        var (memory, splitting) = (TrainedModels.OtherStored.Single(model => model.Target == "memory"), TrainedModels.OtherStored.Single(model => model.Target == "splitting"));
        await stores.PromoteAsync(2, [.. TrainedModels.OtherStored.Except([memory, splitting]), memory with { Target = "splitting" }, splitting with { Target = "memory" }]);
        await _loader.LoadAsync(Cancellation);

        Assert.Same(before, _active.Current);
        Assert.Contains(LogLevel.Error, _log.Levels);
    }

    [Fact]
    public async Task Models_whose_classes_are_in_another_order_are_refused()
    {
        var action = TrainedModels.OtherStored.Single(model => model.Target == "action");
        var artifact = ModelArtifact.Load(action.Artifact, action.Sha256);
        var turned = (artifact with { Header = artifact.Header with { Classes = [.. artifact.Header.Classes.Reverse()] } }).ToBytes();
        await stores.PromoteAsync(1, [.. TrainedModels.OtherStored.Except([action]), new("action", turned, ModelArtifact.Sha256Of(turned))]);

        await _loader.LoadAsync(Cancellation);

        Assert.False(_active.Current.Models.CanPlan);
    }

    [Fact]
    public async Task How_far_plans_can_be_trusted_is_loaded_with_the_models_and_refused_with_them()
    {
        await stores.PromoteAsync(1, TrainedModels.Stored);
        await _loader.LoadAsync(Cancellation);
        var before = _active.Current;
        Assert.NotNull(before.Models.Confidence);

        var plan = TrainedModels.OtherStored.Single(model => model.Target == "plan");
        await stores.PromoteAsync(2, [.. TrainedModels.OtherStored.Where(model => model != plan), plan with { Artifact = [.. plan.Artifact, 32] }]);
        await _loader.LoadAsync(Cancellation);
        Assert.Same(before, _active.Current);
    }

    public async ValueTask InitializeAsync()
    {
        await stores.ForgetModelsAsync();
        _loader = new(stores.Databases, _active, _log);
    }

    public ValueTask DisposeAsync()
    {
        _loader.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A log that can be read.</summary>
    private sealed class Lines : ILogger<ModelLoader>
    {
        public List<LogLevel> Levels { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Levels.Add(logLevel);
    }
}
