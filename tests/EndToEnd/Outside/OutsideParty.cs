using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.EndToEnd.Tests.Outside;

/// <summary>
/// Workflow system and executor in one, with the outside party's rights: publishes until the broker has confirmed, and
/// collects recommendations from a durable queue of its own.
/// </summary>
public sealed class OutsideParty : IAsyncDisposable
{
    private const string Queue = "executor";
    private static readonly CreateChannelOptions Confirms = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    private readonly ConnectionFactory _factory;
    private readonly ConcurrentQueue<Received> _received = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly CancellationTokenSource _leaving = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _consuming;
    private IConnection? _publishing;
    private IChannel? _channel;

    private OutsideParty(Uri address)
    {
        _factory = new() { Uri = address, AutomaticRecoveryEnabled = false };
        _consuming = ConsumeAsync();
    }

    public IReadOnlyList<Received> Recommendations => [.. _received];

    public static async Task<OutsideParty> ConnectAsync(Uri address)
    {
        var party = new OutsideParty(address);
        await party._listening.Task;
        return party;
    }

    public Task PublishAsync<T>(string routingKey, T message, string? traceParent = null) =>
        PublishAsync(routingKey, WireJson.Write(message), typeof(T).Name, traceParent);

    /// <summary>Publishes again and again, on a new connection where needed, until the broker has taken it.</summary>
    public async Task PublishAsync(string routingKey, ReadOnlyMemory<byte> body, string type, string? traceParent = null)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                var channel = await ChannelAsync();
                await channel.BasicPublishAsync(Names.IntakeExchange, routingKey, mandatory: true, Properties(type, traceParent), body)
                    .AsTask().WaitAsync(TimeSpan.FromSeconds(5));
                return;
            }
            catch (Exception broken) when (patience.Elapsed < TimeSpan.FromMinutes(2) && broken is not OperationCanceledException { CancellationToken.IsCancellationRequested: true })
            {
                await ForgetAsync();
            }
        }
    }

    /// <summary>Waits until what was received satisfies a condition, which is asked anew at each arrival.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<Received>, bool> condition, TimeSpan? limit = null)
    {
        using var patience = new CancellationTokenSource(limit ?? TimeSpan.FromSeconds(90));
        while (!condition(Recommendations))
        {
            try
            {
                await _arrived.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Not what was waited for: {_received.Count} recommendations received, the last of them {_received.LastOrDefault()?.RoutingKey}.");
            }
        }
    }

    /// <summary>The newest message of a queue that may be read, or null when there is none within the limit.</summary>
    public async Task<BasicGetResult?> GetAsync(string queue, TimeSpan limit)
    {
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < limit)
        {
            if (await (await ChannelAsync()).BasicGetAsync(queue, autoAck: true) is { } message)
                return message;
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetAsync();
        await _leaving.CancelAsync();
        await _consuming;
        _leaving.Dispose();
        _arrived.Dispose();
    }

    /// <summary>Listens, and comes back whenever the broker was away.</summary>
    private async Task ConsumeAsync()
    {
        using var retry = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!_leaving.IsCancellationRequested)
        {
            try
            {
                await using var connection = await _factory.CreateConnectionAsync(_leaving.Token);
                var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                connection.ConnectionShutdownAsync += (_, _) =>
                {
                    lost.TrySetResult();
                    return Task.CompletedTask;
                };
                await ListenAsync(connection);
                _listening.TrySetResult();
                await lost.Task.WaitAsync(_leaving.Token);
            }
            catch (Exception away) when (away is OperationCanceledException or IOException or RabbitMQ.Client.Exceptions.RabbitMQClientException)
            {
                await retry.WaitForNextTickAsync();
            }
        }
    }

    private async Task ListenAsync(IConnection connection)
    {
        var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(Queue, Names.RecommendationsExchange, "recommendation.#");
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            Keep(delivery);
            await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
        };
        await channel.BasicConsumeAsync(Queue, autoAck: false, consumer);
    }

    private static BasicProperties Properties(string type, string? traceParent) => new()
    {
        ContentType = Names.ContentType,
        DeliveryMode = DeliveryModes.Persistent,
        MessageId = Guid.NewGuid().ToString(),
        Type = type,
        Timestamp = new AmqpTimestamp(DateTimeOffset.UtcNow.ToUnixTimeSeconds()),
        Headers = traceParent is null ? null : new Dictionary<string, object?> { [Names.TraceParent] = traceParent },
    };

    private async Task<IChannel> ChannelAsync()
    {
        _publishing ??= await _factory.CreateConnectionAsync();
        return _channel ??= await _publishing.CreateChannelAsync(Confirms);
    }

    private async Task ForgetAsync()
    {
        var old = _publishing;
        (_publishing, _channel) = (null, null);
        if (old is not null)
            await old.CloseAsync(TimeSpan.FromSeconds(1)).ContinueWith(_ => old.Dispose(), TaskScheduler.Default);
    }

    private void Keep(BasicDeliverEventArgs delivery)
    {
        var body = delivery.Body.ToArray();
        var traceParent = delivery.BasicProperties.Headers?[Names.TraceParent] is byte[] bytes ? Encoding.UTF8.GetString(bytes) : "";
        _received.Enqueue(new(delivery.RoutingKey, delivery.BasicProperties.MessageId ?? "", traceParent, body, WireJson.Read<RecoveryRecommended>(body)));
        _arrived.Release();
    }
}
