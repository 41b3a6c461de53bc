using System.Diagnostics;
using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Wr.Live;

/// <summary>Subscribes to all recommendations with a queue of its own, as an action executor would; the queue goes with the connection.</summary>
internal sealed class RecommendationListener : IAsyncDisposable
{
    private readonly IConnection _connection;
    private readonly Channel<HeardRecommendation> _heard = Channel.CreateUnbounded<HeardRecommendation>();

    private RecommendationListener(IConnection connection) => _connection = connection;

    /// <summary>What came, in order.</summary>
    public ChannelReader<HeardRecommendation> Heard => _heard.Reader;

    /// <summary>Once this returns, nothing that is published is missed.</summary>
    public static async Task<RecommendationListener> StartAsync(Uri outside, CancellationToken cancellation)
    {
        var factory = new ConnectionFactory { Uri = outside, ClientProvidedName = "wr listener", AutomaticRecoveryEnabled = false };
        var listener = new RecommendationListener(await factory.CreateConnectionAsync(cancellation));
        var channel = await listener._connection.CreateChannelAsync(cancellationToken: cancellation);
        var queue = await channel.QueueDeclareAsync(cancellationToken: cancellation);
        await channel.QueueBindAsync(queue.QueueName, Names.RecommendationsExchange, "recommendation.#", cancellationToken: cancellation);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += listener.HearAsync;
        channel.ChannelShutdownAsync += listener.EndAsync;
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer, cancellation);
        return listener;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    // The client reuses the body's memory once this returns, so the bytes are copied first.
    private async Task HearAsync(object sender, BasicDeliverEventArgs delivery)
    {
        var (at, body) = (Stopwatch.GetTimestamp(), delivery.Body.ToArray());
        await _heard.Writer.WriteAsync(new HeardRecommendation(delivery.BasicProperties.MessageId ?? "", body, at, WireJson.Read<RecoveryRecommended>(body)));
    }

    private Task EndAsync(object sender, ShutdownEventArgs shutdown)
    {
        _heard.Writer.TryComplete(shutdown.Initiator == ShutdownInitiator.Application ? null : new IOException($"The broker ended the subscription: {shutdown.ReplyText}"));
        return Task.CompletedTask;
    }
}
