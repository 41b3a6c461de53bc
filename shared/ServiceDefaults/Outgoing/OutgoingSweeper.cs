using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.ServiceDefaults.Outgoing;

/// <summary>Publishes what a crash left unpublished, and forgets what went out long ago.</summary>
internal sealed partial class OutgoingSweeper<TDatabase>(
    OutgoingPublisher<TDatabase> publisher, IOptions<OutgoingOptions> options, TimeProvider clock, ILogger<OutgoingSweeper<TDatabase>> logger)
    : BackgroundService
    where TDatabase : ServiceDatabase
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.SweepSeconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        }
    }

    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        var now = clock.GetUtcNow();
        int swept;
        while ((swept = await publisher.SweepAsync(now.AddSeconds(-options.Value.LeftBehindSeconds), stoppingToken)) > 0)
            LogSwept(swept);
        await publisher.ForgetAsync(now.AddDays(-options.Value.KeepDays), stoppingToken);
    }

    [LoggerMessage(100, LogLevel.Warning, "Published {Count} messages that had been left behind")]
    private partial void LogSwept(int count);

    [LoggerMessage(101, LogLevel.Warning, "Could not sweep outgoing messages; will try again")]
    private partial void LogFailed(Exception failure);
}
