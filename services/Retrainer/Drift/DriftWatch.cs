using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Retrainer.Drift;

/// <summary>Looks for drift again and again.</summary>
internal sealed partial class DriftWatch(
    DriftLook look, IOptions<DriftWatchOptions> options, TimeProvider clock, ILogger<DriftWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.LookSeconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await look.LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(30, LogLevel.Warning, "Could not look for drift; will try again")]
    private partial void LogFailed(Exception failure);
}
