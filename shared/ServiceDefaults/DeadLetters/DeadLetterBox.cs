using RabbitMQ.Client;

namespace WorkflowRecovery.ServiceDefaults.DeadLetters;

/// <summary>
/// Looks into the queues of dead letters. Messages are taken without an acknowledgement and go back to their places when
/// the channel closes, so that looking changes nothing. Who opens it must be allowed to read those queues and, to send
/// again, to publish to the exchanges in front of the services' queues.
/// </summary>
public sealed class DeadLetterBox : IAsyncDisposable
{
    private readonly IConnection _connection;

    private DeadLetterBox(IConnection connection) => _connection = connection;

    /// <summary>Connects.</summary>
    /// <param name="broker">Address with user and password.</param>
    /// <param name="name">What the connection is called at the broker.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    public static async Task<DeadLetterBox> OpenAsync(Uri broker, string name, CancellationToken cancellation)
    {
        var factory = new ConnectionFactory { Uri = broker, ClientProvidedName = name, AutomaticRecoveryEnabled = false };
        return new DeadLetterBox(await factory.CreateConnectionAsync(cancellation));
    }

    /// <summary>What is wanted of up to a number of messages of a queue, oldest first; the bodies, which may be large, are not kept.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(string queue, int most, Func<DeadLetter, T> wanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        await using var channel = await _connection.CreateChannelAsync(cancellationToken: cancellation);
        var letters = new List<T>();
        while (letters.Count < most && await channel.BasicGetAsync(queue, autoAck: false, cancellation) is { } taken)
            letters.Add(wanted(Letter(queue, taken)));
        return letters;
    }

    /// <summary>The first message that is wanted; null when there is none. No other is kept in memory.</summary>
    public async Task<DeadLetter?> FindAsync(string queue, Func<DeadLetter, bool> wanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        await using var channel = await _connection.CreateChannelAsync(cancellationToken: cancellation);
        while (await channel.BasicGetAsync(queue, autoAck: false, cancellation) is { } taken)
        {
            if (Letter(queue, taken) is var letter && wanted(letter))
                return letter;
        }

        return null;
    }

    /// <summary>Publishes messages again where they came from and removes each once the broker has it; the others stay in their places.</summary>
    /// <returns>How many went.</returns>
    /// <exception cref="IOException">One did not get into a queue: it and those behind it stay.</exception>
    public async Task<int> ReplayAsync(string queue, Func<DeadLetter, bool> wanted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(wanted);
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

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static DeadLetter Letter(string queue, BasicGetResult taken) =>
        new(queue, taken.RoutingKey, taken.BasicProperties, taken.Body.ToArray());
}
