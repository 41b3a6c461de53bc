using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Bus;

namespace WorkflowRecovery.Ingestor.Intake;

/// <summary>
/// Declares what the outside relies on, so that it exists from the moment the services report ready, and again every
/// few seconds: whoever may declare a name at the broker may delete it too.
/// </summary>
internal sealed partial class OutsideTopology(BrokerPublisher broker, TimeProvider clock, ILogger<OutsideTopology> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await broker.DeclareAsync(DeclareAsync);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await broker.DeclareAsync(async channel =>
                {
                    await DeclareAsync(channel);
                    await channel.ExchangeBindAsync(IntakeConsumer.Queue, Names.IntakeExchange, "#", cancellationToken: stoppingToken);
                });
            }
            catch (Exception failure) when (failure is RabbitMQClientException or IOException or TimeoutException)
            {
                LogFailed(failure.Message);
            }
        }
    }

    private static async Task DeclareAsync(IChannel channel)
    {
        await channel.ExchangeDeclareAsync(Names.IntakeExchange, ExchangeType.Topic, durable: true);
        await channel.ExchangeDeclareAsync(Names.RecommendationsExchange, ExchangeType.Topic, durable: true);
        await channel.ExchangeDeclareAsync(InsideNames.RejectedExchange, ExchangeType.Fanout, durable: true);
        await channel.QueueDeclareAsync(Names.RejectedQueue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(Names.RejectedQueue, InsideNames.RejectedExchange, "");
    }

    [LoggerMessage(20, LogLevel.Warning, "Could not declare the outside names again, will try again: {Reason}")]
    private partial void LogFailed(string reason);
}
