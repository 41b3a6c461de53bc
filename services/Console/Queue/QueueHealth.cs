using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace WorkflowRecovery.Console.Queue;

/// <summary>A console that has not read the queue yet would show that there is nothing to do.</summary>
internal sealed class QueueHealth(QueueBoard board) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(board.Current.IsLoaded ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("the queue has not been read yet"));
}
