using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using WorkflowRecovery.ServiceDefaults.Hosting;

namespace WorkflowRecovery.ServiceDefaults.Bus;

/// <summary>
/// Publishes bytes with broker confirms under our own deadline. A channel that failed or fell silent is thrown away,
/// never used again, since a confirmed publish can hang for ever after a broker restart (RabbitMQ.Client issue 1930).
/// </summary>
public sealed class BrokerPublisher(IOptions<BrokerOptions> options) : IAsyncDisposable
{
    private readonly TimeSpan _deadline = TimeSpan.FromSeconds(options.Value.PublishDeadlineSeconds);
    private readonly ConcurrentBag<ConfirmedChannel> _idle = [];
    private readonly SemaphoreSlim _connecting = new(1, 1);
    private IConnection? _connection;
    private int _failures;

    /// <summary>Publishes that failed since the last one that was confirmed.</summary>
    public int FailuresInARow => Volatile.Read(ref _failures);

    /// <summary>Returns once the broker has confirmed.</summary>
    /// <param name="exchange">Exchange; it must exist.</param>
    /// <param name="routingKey">Routing key.</param>
    /// <param name="mustArrive">Fail when no queue takes the message, for messages that somebody must get.</param>
    /// <param name="properties">Properties and headers, sent as they are.</param>
    /// <param name="body">The bytes.</param>
    /// <exception cref="TimeoutException">No confirm within the deadline; the message may or may not have arrived.</exception>
    public async Task PublishAsync(string exchange, string routingKey, bool mustArrive, BasicProperties properties, ReadOnlyMemory<byte> body)
    {
        ConfirmedChannel? channel = null;
        try
        {
            channel = await RentInTimeAsync();
            await channel.PublishAsync(exchange, routingKey, mustArrive, properties, body).WaitAsync(_deadline);
            _idle.Add(channel);
            Volatile.Write(ref _failures, 0);
        }
        catch
        {
            Interlocked.Increment(ref _failures);
            Discard(channel);
            throw;
        }
    }

    /// <summary>Runs <paramref name="declare"/> on a channel of its own, as soon as the broker can be reached.</summary>
    public Task DeclareAsync(Func<IChannel, Task> declare)
    {
        ArgumentNullException.ThrowIfNull(declare);
        return StartPatience.UntilReachableAsync(async () =>
        {
            var connection = await ConnectAsync();
            await using var channel = await connection.CreateChannelAsync();
            await declare(channel);
            return true;
        });
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
            await connection.DisposeAsync();
        _connecting.Dispose();
    }

    /// <summary>A channel that comes too late is thrown away.</summary>
    private async Task<ConfirmedChannel> RentInTimeAsync()
    {
        var renting = RentAsync();
        try
        {
            return await renting.WaitAsync(_deadline);
        }
        catch (TimeoutException)
        {
            _ = renting.ContinueWith(late => Discard(late.Result), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
            throw;
        }
    }

    private async Task<ConfirmedChannel> RentAsync()
    {
        while (_idle.TryTake(out var channel))
        {
            if (channel.IsOpen)
                return channel;
            Discard(channel);
        }

        var connection = await ConnectAsync();
        return await ConfirmedChannel.OpenAsync(connection);
    }

    private async Task<IConnection> ConnectAsync()
    {
        if (_connection is { IsOpen: true } open)
            return open;

        await _connecting.WaitAsync();
        try
        {
            if (_connection is { IsOpen: true } opened)
                return opened;

            Discard(_connection);
            var factory = new ConnectionFactory
            {
                Uri = options.Value.Uri,
                AutomaticRecoveryEnabled = false,
                ClientProvidedName = AppDomain.CurrentDomain.FriendlyName + " publisher",
                RequestedConnectionTimeout = _deadline,
            };
            _connection = await factory.CreateConnectionAsync();
            return _connection;
        }
        finally
        {
            _connecting.Release();
        }
    }

    /// <summary>Closing may itself hang on a dead connection, so nobody waits for it.</summary>
    private static void Discard(IAsyncDisposable? remains)
    {
        if (remains is not null)
            _ = DisposeQuietlyAsync(remains);
    }

    private static async Task DisposeQuietlyAsync(IAsyncDisposable remains)
    {
        try
        {
            await remains.DisposeAsync();
        }
        catch (Exception closing) when (closing is RabbitMQ.Client.Exceptions.RabbitMQClientException or IOException or ObjectDisposedException or OperationCanceledException or TimeoutException)
        {
            // It was broken before; the failure that mattered has been thrown by the publish itself.
        }
    }
}
