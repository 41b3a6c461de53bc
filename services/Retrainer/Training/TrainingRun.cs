using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Npgsql;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Learning.Views;
using WorkflowRecovery.Retrainer.Examples;
using WorkflowRecovery.Retrainer.Promotion;
using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Training;

/// <summary>One training of all targets: examples, models, promotion, and a record of it all.</summary>
internal sealed partial class TrainingRun(
    RunStore runs, ExampleQuery query, ModelRegistry registry, IOptions<RetrainingOptions> options, TimeProvider clock, ILogger<TrainingRun> logger)
{
    public async Task RunAsync(Guid runId, CancellationToken cancellationToken)
    {
        await runs.StartAsync(runId, cancellationToken);
        try
        {
            IReadOnlyList<Example> examples = [.. (await query.LoadAsync(cancellationToken)).Select(task => task.ToExample(MatrixViews.Tier.Of(task.Report.Matrix)))];
            var settings = new TrainingOptions { Seed = options.Value.Seed, Threads = options.Value.Threads };
            using var candidates = new Candidates(await TrainAsync(runId, examples, settings, cancellationToken), examples, settings);
            var (decision, targets) = await registry.EnterAsync(runId, candidates, cancellationToken);
            await runs.FinishAsync(runId, RunReport.Of(examples, decision, targets, candidates.Plans), cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not NpgsqlException { IsTransient: true })
        {
            await runs.FailAsync(runId, failure.Message, cancellationToken);
            throw;
        }
    }

    /// <summary>Training keeps a processor busy for long, so it has a thread of its own while the progress is written down.</summary>
    private async Task<ImmutableDictionary<Target, TrainingResult>> TrainAsync(
        Guid runId, IReadOnlyList<Example> examples, TrainingOptions settings, CancellationToken cancellationToken)
    {
        var progress = new TrainingProgress();
        var training = Task.Factory.StartNew(
            () => RecoveryTargets.All.ToImmutableDictionary(
                target => target,
                target => ModelTrainer.Train(target, examples, settings, progress.Of(target), cancellationToken)),
            cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (await Task.WhenAny(training, Task.Delay(TimeSpan.FromSeconds(1), clock, CancellationToken.None)) != training)
            await TellAsync(runId, progress, cancellationToken);
        return await training;
    }

    /// <summary>A training of minutes is not given up because its progress could not be written down for once.</summary>
    private async Task TellAsync(Guid runId, TrainingProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            await runs.ProgressAsync(runId, progress.Stage, progress.Done, cancellationToken);
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException or InvalidOperationException { InnerException: NpgsqlException })
        {
            LogUntold(failure.Message);
        }
    }

    [LoggerMessage(10, LogLevel.Warning, "Could not write down how far the training is: {Reason}")]
    private partial void LogUntold(string reason);
}
