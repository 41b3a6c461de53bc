using RabbitMQ.Client;

namespace WorkflowRecovery.ServiceDefaults.DeadLetters;

/// <summary>
/// Publishes a message so that it is known to lie in a queue: the broker confirms it, and gives back what no queue takes.
/// The client's own tracking of confirms would add a header to the message, which must be as it was.
/// </summary>
internal sealed class ReturnChannel : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);
    private static readonly CreateChannelOptions Confirms = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: false);

    private readonly IChannel _channel;
    private TaskCompletionSource _confirmed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ReturnChannel(IChannel channel)
    {
        _channel = channel;
        channel.BasicReturnAsync += (_, given) => End(new IOException($"No queue takes messages of the exchange {given.Exchange} any more: the message stays where it is."));
        channel.BasicAcksAsync += (_, _) => End(null);
        channel.BasicNacksAsync += (_, _) => End(new IOException("The broker refused to take the message: it stays where it is."));
        channel.ChannelShutdownAsync += (_, shutdown) => End(new IOException($"The broker closed the channel, the message stays where it is: {shutdown.ReplyText}"));
    }

    public static async Task<ReturnChannel> OpenAsync(IConnection connection, CancellationToken cancellation) =>
        new(await connection.CreateChannelAsync(Confirms, cancellation));

    /// <exception cref="IOException">The message did not get into a queue.</exception>
    public async Task PublishAsync(Return goal, ReadOnlyMemory<byte> body)
    {
        _confirmed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await _channel.BasicPublishAsync(goal.Exchange, goal.RoutingKey, mandatory: true, goal.Properties, body);
        await _confirmed.Task.WaitAsync(Deadline);
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    // A message given back is confirmed too, but afterwards: what comes first counts.
    private Task End(Exception? failure)
    {
        if (failure is null)
            _confirmed.TrySetResult();
        else
            _confirmed.TrySetException(failure);
        return Task.CompletedTask;
    }
}
