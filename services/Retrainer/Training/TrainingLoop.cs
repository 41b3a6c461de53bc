using Microsoft.Extensions.Options;
using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Training;

/// <summary>Starts trainings: on command, on schedule, and after enough new actions; one at a time across all copies.</summary>
internal sealed partial class TrainingLoop(
    RunStore runs, TrainingRun training, IOptions<RetrainingOptions> options, TimeProvider clock, ILogger<TrainingLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.PollSeconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var turn = await runs.TryTakeTurnAsync(stoppingToken);
                if (turn is not null)
                    await TakeTurnAsync(turn, stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        }
    }

    private async Task TakeTurnAsync(Turn turn, CancellationToken stoppingToken)
    {
        var now = clock.GetUtcNow();
        if (RetrainingSchedule.Due(await runs.NewsAsync(stoppingToken), options.Value, now) is { } cause)
            await runs.RequestAsync(Guid.CreateVersion7(now), cause, stoppingToken);
        if (await runs.NextAsync(stoppingToken) is { } next)
            await training.RunAsync(next, turn, stoppingToken);
    }

    [LoggerMessage(1, LogLevel.Error, "A training failed; will go on with the next")]
    private partial void LogFailed(Exception failure);
}
