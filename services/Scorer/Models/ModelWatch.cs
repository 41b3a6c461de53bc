using Microsoft.Extensions.Options;
using Npgsql;

namespace WorkflowRecovery.Scorer.Models;

/// <summary>
/// Loads the active models at start, again as soon as the retrainer tells of others, and now and then in case that was
/// missed. The news come from the database, which every running copy can hear (docs/adr/0005).
/// </summary>
internal sealed partial class ModelWatch(
    ModelLoader loader, NpgsqlDataSource source, IOptions<ModelOptions> options, TimeProvider clock, ILogger<ModelWatch> logger) : BackgroundService
{
    private readonly TimeSpan _poll = TimeSpan.FromSeconds(options.Value.PollSeconds);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await loader.LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WatchAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
        }
    }

    private async Task WatchAsync(CancellationToken stoppingToken)
    {
        await using var connection = await source.OpenConnectionAsync(stoppingToken);
        await using (var listen = new NpgsqlCommand("listen models_promoted", connection))
            await listen.ExecuteNonQueryAsync(stoppingToken);
        while (true)
        {
            await loader.LoadAsync(stoppingToken);
            await connection.WaitAsync(_poll, stoppingToken);
        }
    }

    [LoggerMessage(10, LogLevel.Warning, "Could not look for active models; will try again")]
    private partial void LogFailed(Exception failure);
}
