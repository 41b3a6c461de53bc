using Microsoft.Extensions.Options;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Looks again and again for orders that are due and for those that were answered.</summary>
internal sealed partial class OrderLookout(
    OrderDispatch dispatch, OrderNoting noting, IOptions<OrderOptions> options, TimeProvider clock, ILogger<OrderLookout> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(options.Value.LookMilliseconds), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(failure);
            }
        }
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        int sent;
        while ((sent = await dispatch.SendAsync(stoppingToken)) > 0)
            LogSent(sent);
        await noting.NoteAsync(stoppingToken);
    }

    [LoggerMessage(200, LogLevel.Information, "Sent {Count} orders")]
    private partial void LogSent(int count);

    [LoggerMessage(201, LogLevel.Warning, "Could not look after orders; will try again")]
    private partial void LogFailed(Exception failure);
}
