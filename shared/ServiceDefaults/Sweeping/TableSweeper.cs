using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.ServiceDefaults.Sweeping;

/// <summary>Sweeps a service's tables again and again, one after the other.</summary>
internal sealed partial class TableSweeper<TDatabase>(
    TableSweep<TDatabase> sweep, IReadOnlyList<OldRows> tables, IOptions<SweepOptions> options, TimeProvider clock, ILogger<TableSweeper<TDatabase>> logger)
    : BackgroundService
    where TDatabase : ServiceDatabase
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(options.Value.EveryMinutes), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var old in tables)
                await SweepAsync(old, stoppingToken);
        }
    }

    private async Task SweepAsync(OldRows old, CancellationToken stoppingToken)
    {
        try
        {
            if (await sweep.SweepAsync(old, stoppingToken) is > 0 and var removed)
                LogSwept(removed, old.Table);
        }
        catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(old.Table, failure);
        }
    }

    [LoggerMessage(102, LogLevel.Information, "Removed {Count} old rows of {Table}")]
    private partial void LogSwept(int count, string table);

    [LoggerMessage(103, LogLevel.Warning, "Could not remove old rows of {Table}; will try again")]
    private partial void LogFailed(string table, Exception failure);
}
