using Microsoft.Extensions.Options;
using Npgsql;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Tournaments;
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
            var tasks = await query.LoadAsync(cancellationToken);
            using var candidates = new Candidates(await TrainAsync(runId, tasks, cancellationToken));
            var (decision, targets) = await registry.EnterAsync(runId, candidates, cancellationToken);
            await runs.FinishAsync(runId, RunReport.Of(tasks, decision, targets, candidates), cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException and not NpgsqlException { IsTransient: true })
        {
            await runs.FailAsync(runId, failure.Message, cancellationToken);
            throw;
        }
    }

    /// <summary>Training keeps a processor busy for long, so it has a thread of its own while the progress is written down.</summary>
    private async Task<TournamentResult> TrainAsync(Guid runId, IReadOnlyList<RecordedTask> tasks, CancellationToken cancellationToken)
    {
        var progress = new TrainingProgress();
        var training = Task.Factory.StartNew(
            () => Tournament.Run(tasks, options.Value.Tournament, progress, cancellationToken),
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
