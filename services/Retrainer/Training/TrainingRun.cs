using Microsoft.Extensions.Options;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Tournaments;
using WorkflowRecovery.Retrainer.Examples;
using WorkflowRecovery.Retrainer.Promotion;
using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Training;

/// <summary>One training of all targets: examples, models, promotion, and a record of it all.</summary>
internal sealed partial class TrainingRun(
    RunStore runs, ExampleQuery query, SetEntry entry, IOptions<RetrainingOptions> options, TimeProvider clock, ILogger<TrainingRun> logger)
{
    public async Task RunAsync(Guid runId, Turn turn, CancellationToken cancellationToken)
    {
        if (!await runs.StartAsync(runId, cancellationToken))
            return;
        try
        {
            var tasks = await query.LoadAsync(cancellationToken);
            using var candidates = new Candidates(await TrainAsync(runId, turn, tasks, cancellationToken));
            if (!await IsOursAsync(turn, cancellationToken))
                return;
            var (decision, targets) = await entry.EnterAsync(runId, candidates, cancellationToken);
            await runs.FinishAsync(runId, RunReport.Of(tasks, decision, targets, candidates), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await GiveBackAsync(runId);
            throw;
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !Transience.Is(failure))
        {
            await runs.FailAsync(runId, failure.Message, cancellationToken);
            throw;
        }
    }

    /// <summary>
    /// Training keeps a processor busy for long, so it has a thread of its own while the progress is written down. It stops
    /// where another copy has taken the turn.
    /// </summary>
    private async Task<TournamentResult> TrainAsync(Guid runId, Turn turn, IReadOnlyList<RecordedTask> tasks, CancellationToken cancellationToken)
    {
        var how = options.Value.Tournament with { OneHalfIsEnough = !await entry.IsFirstAsync(cancellationToken) };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var progress = new TrainingProgress();
        var training = Task.Factory.StartNew(
            () => Tournament.Run(tasks, how, progress, stop.Token),
            stop.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (await Task.WhenAny(training, Task.Delay(TimeSpan.FromSeconds(1), clock, CancellationToken.None)) != training)
        {
            if (!await TellAsync(runId, turn, progress, cancellationToken))
                await stop.CancelAsync();
        }

        return await training;
    }

    /// <summary>A training of minutes is not given up because its progress could not be written down for once; false when it is not ours any more.</summary>
    private async Task<bool> TellAsync(Guid runId, Turn turn, TrainingProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            if (!await IsOursAsync(turn, cancellationToken))
                return false;
            await runs.ProgressAsync(runId, progress.Stage, progress.Done, cancellationToken);
        }
        catch (Exception failure) when (failure is OperationCanceledException || Transience.Is(failure))
        {
            LogUntold(failure.Message);
        }

        return true;
    }

    private async Task<bool> IsOursAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await turn.HoldAsync(cancellationToken))
            return true;
        LogLost();
        return false;
    }

    /// <summary>A service that is told to stop in the middle of a training is no failed attempt at it.</summary>
    private async Task GiveBackAsync(Guid runId)
    {
        try
        {
            await runs.GiveBackAsync(runId, CancellationToken.None);
        }
        catch (Exception failure) when (Transience.Is(failure))
        {
            LogUntold(failure.Message);
        }
    }

    [LoggerMessage(10, LogLevel.Warning, "Could not write down how far the training is: {Reason}")]
    private partial void LogUntold(string reason);

    [LoggerMessage(11, LogLevel.Warning, "The connection that gave the turn to train was cut and another copy has it now: the training is left to that")]
    private partial void LogLost();
}
