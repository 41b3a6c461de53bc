using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Inside;

namespace WorkflowRecovery.ServiceDefaults.Bus;

/// <summary>Declares the exchange between the services before any endpoint is bound to it.</summary>
internal sealed class TopologyDeclaration(BrokerPublisher broker) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => broker.DeclareAsync(
        channel => channel.ExchangeDeclareAsync(InsideNames.Exchange, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken));

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
