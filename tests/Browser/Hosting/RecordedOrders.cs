using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Browser.Tests.Hosting;

/// <summary>A queue beside the ingestor's that gets every operator's action.</summary>
internal sealed class RecordedOrders : IAsyncDisposable
{
    private readonly IConnection _connection;
    private readonly ConcurrentQueue<OperatorActionRecorded> _heard = [];

    private RecordedOrders(IConnection connection) => _connection = connection;

    public IReadOnlyList<OperatorActionRecorded> Heard => [.. _heard];

    public static async Task<RecordedOrders> ListenAsync(Uri address)
    {
        var listening = new RecordedOrders(await new ConnectionFactory { Uri = address }.CreateConnectionAsync());
        var channel = await listening._connection.CreateChannelAsync();
        var queue = await channel.QueueDeclareAsync("", durable: false, exclusive: true, autoDelete: true);
        await channel.QueueBindAsync(queue.QueueName, Names.IntakeExchange, RoutingKeys.ActionRecorded);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            listening._heard.Enqueue(WireJson.Read<OperatorActionRecorded>(delivery.Body.ToArray()));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer);
        return listening;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
