using System.Collections.Concurrent;
using System.Diagnostics;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Wr.Instances;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>The floor of a recommendation's latency: publish with confirm and consume, with nothing in between.</summary>
internal static class BareLoop
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <summary>Milliseconds of each message.</summary>
    public static async Task<IReadOnlyCollection<double>> RunAsync(RunningInstance instance, int messages, TimeSpan pace, CancellationToken cancellation)
    {
        var factory = new ConnectionFactory { Uri = instance.InsideAddress, AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        var key = $"wr.cli.bench.{Guid.NewGuid():N}";
        await channel.QueueDeclareAsync(key, durable: false, exclusive: true, autoDelete: true, cancellationToken: cancellation);
        await channel.QueueBindAsync(key, InsideNames.Exchange, key, cancellationToken: cancellation);
        var latencies = new ConcurrentBag<double>();
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            latencies.Add(Stopwatch.GetElapsedTime(BitConverter.ToInt64(Convert.FromBase64String(delivery.BasicProperties.CorrelationId!))).TotalMilliseconds);
            if (latencies.Count == messages)
                all.TrySetResult();
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(key, autoAck: true, consumer, cancellation);
        await PublishAsync(connection, key, messages, pace, cancellation);
        await all.Task.WaitAsync(Deadline, cancellation);
        return latencies;
    }

    private static async Task PublishAsync(IConnection connection, string key, int messages, TimeSpan pace, CancellationToken cancellation)
    {
        var options = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using var channel = await connection.CreateChannelAsync(options, cancellation);
        for (var sent = 0; sent < messages; sent++)
        {
            await Task.Delay(pace, cancellation);
            var properties = new BasicProperties { CorrelationId = Convert.ToBase64String(BitConverter.GetBytes(Stopwatch.GetTimestamp())), DeliveryMode = DeliveryModes.Persistent, ContentType = Names.ContentType };
            await channel.BasicPublishAsync(InsideNames.Exchange, key, mandatory: true, properties, new byte[1024], cancellation);
        }
    }
}
