using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace WorkflowRecovery.ServiceDefaults.Bus;

/// <summary>
/// A channel for one publish at a time, which ends when the broker has confirmed it. The client's own tracking of
/// confirms would do, but it adds a header of its own to each message, and a repeat would differ from the first.
/// </summary>
internal sealed class ConfirmedChannel : IAsyncDisposable
{
    private static readonly CreateChannelOptions Confirms = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: false);

    private readonly IChannel _channel;
    private TaskCompletionSource _confirmed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ConfirmedChannel(IChannel channel)
    {
        _channel = channel;
        channel.BasicAcksAsync += (_, _) => Complete(null);
        channel.BasicNacksAsync += (_, _) => Complete(new IOException("the broker refused to take the message"));
        channel.BasicReturnAsync += (_, returned) => Complete(new IOException($"no queue takes messages of {returned.Exchange} with key '{returned.RoutingKey}' yet"));
        channel.ChannelShutdownAsync += (_, shutdown) => Complete(new IOException($"the channel was closed: {shutdown.ReplyText}"));
    }

    public bool IsOpen => _channel.IsOpen;

    public static async Task<ConfirmedChannel> OpenAsync(IConnection connection) => new(await connection.CreateChannelAsync(Confirms));

    /// <summary>
    /// No token goes in: a cancelled publish could spoil the numbering of confirms. What must arrive fails when no queue
    /// takes it; the broker would confirm it all the same.
    /// </summary>
    public async Task PublishAsync(string exchange, string routingKey, bool mustArrive, BasicProperties properties, ReadOnlyMemory<byte> body)
    {
        _confirmed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await _channel.BasicPublishAsync(exchange, routingKey, mandatory: mustArrive, properties, body);
        await _confirmed.Task;
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    private Task Complete(Exception? failure)
    {
        if (failure is null)
            _confirmed.TrySetResult();
        else
            _confirmed.TrySetException(failure);
        return Task.CompletedTask;
    }
}
