using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.Failures;

/// <summary>Counts failures at the start, and again and again, so that nobody who looks at a page waits for it.</summary>
internal sealed partial class FailureKeeper(
    FailureReader reader, FailureBook book, IOptions<FailureOptions> options, TimeProvider clock, ILogger<FailureKeeper> logger) : BackgroundService
{
    /// <summary>However many there are, counting takes no more than this part of a processor's time.</summary>
    private const double MostOfTime = 0.05;

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly TimeSpan _pause = TimeSpan.FromSeconds(options.Value.CountSeconds);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            await Task.Delay(await CountAsync(stoppingToken), clock, stoppingToken);
    }

    /// <summary>How long to wait with the next time.</summary>
    private async Task<TimeSpan> CountAsync(CancellationToken stoppingToken)
    {
        try
        {
            var begin = clock.GetTimestamp();
            book.Enter(await reader.CountAsync(clock.GetUtcNow(), stoppingToken));
            var rest = clock.GetElapsedTime(begin) / MostOfTime;
            return rest > _pause ? rest : _pause;
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(failure);
            return PauseAfterFailure;
        }
    }

    [LoggerMessage(520, LogLevel.Warning, "Could not count failures; will try again")]
    private partial void LogFailed(Exception failure);
}
