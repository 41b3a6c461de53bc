using RabbitMQ.Client;

namespace WorkflowRecovery.Wr.Live;

/// <summary>Asks the broker itself how long queues are; its management statistics lag behind by seconds.</summary>
internal static class QueueLength
{
    /// <summary>Messages that wait in the queues together, without those that are just being worked on.</summary>
    public static async Task<long> OfAsync(Uri broker, IReadOnlyList<string> queues, CancellationToken cancellation)
    {
        var factory = new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync(cancellation);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        var sum = 0L;
        foreach (var queue in queues)
            sum += await channel.MessageCountAsync(queue, cancellation);
        return sum;
    }
}
