using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace WorkflowRecovery.ServiceDefaults.Bus;

/// <summary>Unhealthy after three publishes in a row that the broker did not confirm.</summary>
internal sealed class PublisherHealth(BrokerPublisher broker) : IHealthCheck
{
    private const int Tolerated = 2;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(broker.FailuresInARow > Tolerated
            ? HealthCheckResult.Unhealthy($"{broker.FailuresInARow} publishes in a row were not confirmed")
            : HealthCheckResult.Healthy());
}
