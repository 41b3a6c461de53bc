using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Scorer.Models;

/// <summary>Loads the active models at start and looks for others now and then.</summary>
internal sealed partial class ModelPolling(ModelLoader loader, IOptions<ModelOptions> options, TimeProvider clock, ILogger<ModelPolling> logger) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await loader.LoadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.PollSeconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await loader.LoadAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(10, LogLevel.Warning, "Could not look for active models; will try again")]
    private partial void LogFailed(Exception failure);
}
