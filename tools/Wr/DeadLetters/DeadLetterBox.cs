using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace WorkflowRecovery.Wr.DeadLetters;

/// <summary>
/// Looks into the queues of dead letters. Messages are taken without an acknowledgement and go back to their places when
/// the channel closes, so that looking changes nothing. It works as the broker's administrator, who alone may publish to
/// the exchange of a service's queue.
/// </summary>
internal sealed class DeadLetterBox : IAsyncDisposable
{
    private readonly IConnection _connection;

    private DeadLetterBox(IConnection connection) => _connection = connection;

    public static async Task<DeadLetterBox> OpenAsync(Uri administrator, CancellationToken cancellation)
    {
        var factory = new ConnectionFactory { Uri = administrator, ClientProvidedName = "wr dead-letters", AutomaticRecoveryEnabled = false };
        return new DeadLetterBox(await factory.CreateConnectionAsync(cancellation));
    }

    /// <summary>Up to a number of messages of a queue, oldest first.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ReadAsync(string queue, int most, CancellationToken cancellation)
    {
        await using var channel = await _connection.CreateChannelAsync(cancellationToken: cancellation);
        var letters = new List<DeadLetter>();
        while (letters.Count < most && await channel.BasicGetAsync(queue, autoAck: false, cancellation) is { } taken)
            letters.Add(Letter(queue, taken));
        return letters;
    }

    /// <summary>Publishes messages again where they came from and removes each once the broker has it; the others stay in their places.</summary>
    /// <returns>How many went.</returns>
    public async Task<int> ReplayAsync(string queue, Func<DeadLetter, bool> wanted, CancellationToken cancellation)
    {
        await using var channel = await _connection.CreateChannelAsync(cancellationToken: cancellation);
        await using var publisher = await ReturnChannel.OpenAsync(_connection, cancellation);
        var replayed = 0;

        // What is refused again comes back at the end of the queue: only those that lay there at the start are looked at.
        for (var left = await channel.MessageCountAsync(queue, cancellation); left > 0; left--)
        {
            if (await channel.BasicGetAsync(queue, autoAck: false, cancellation) is not { } taken)
                break;
            if (Letter(queue, taken) is var letter && !wanted(letter))
                continue;
            await publisher.PublishAsync(Return.Of(letter), letter.Body);
            await channel.BasicAckAsync(taken.DeliveryTag, multiple: false, cancellation);
            replayed++;
        }

        return replayed;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static DeadLetter Letter(string queue, BasicGetResult taken) =>
        new(queue, taken.RoutingKey, taken.BasicProperties, taken.Body.ToArray());
}
