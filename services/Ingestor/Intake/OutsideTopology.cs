using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Bus;

namespace WorkflowRecovery.Ingestor.Intake;

/// <summary>Declares what the outside relies on, so that it exists from the moment the services report ready.</summary>
internal sealed class OutsideTopology(BrokerPublisher broker) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => broker.DeclareAsync(async channel =>
    {
        await channel.ExchangeDeclareAsync(Names.IntakeExchange, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync(Names.RecommendationsExchange, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken);
        await channel.ExchangeDeclareAsync(InsideNames.RejectedExchange, ExchangeType.Fanout, durable: true, cancellationToken: cancellationToken);
        await channel.QueueDeclareAsync(Names.RejectedQueue, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(Names.RejectedQueue, InsideNames.RejectedExchange, "", cancellationToken: cancellationToken);
    });

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
