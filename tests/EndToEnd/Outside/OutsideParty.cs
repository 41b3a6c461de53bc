using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
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

    // A killed broker needs minutes until it answers again where a machine is slow and busy.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan ConfirmedWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly CreateChannelOptions Confirms = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    private readonly ConnectionFactory _factory;
    private readonly ConcurrentQueue<Received> _received = [];
    private readonly ConcurrentDictionary<(Guid Id, int Revision), Received> _revisions = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly CancellationTokenSource _leaving = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _consuming;
    private IConnection? _publishing;
    private IChannel? _channel;
    private string _state = "not listening yet";

    private OutsideParty(Uri address)
    {
        _factory = new() { Uri = address, AutomaticRecoveryEnabled = false };
        _consuming = ConsumeAsync();
    }

    public IReadOnlyList<Received> Recommendations => [.. _received];

    /// <summary>How many recommendations came, repeats not counted.</summary>
    public int Heard => _revisions.Count;

    public Received FirstOf(Guid recommendationId) => _revisions[(recommendationId, 1)];

    public static async Task<OutsideParty> ConnectAsync(Uri address)
    {
        var party = new OutsideParty(address);
        await party._listening.Task.WaitAsync(Patience);
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
                    .AsTask().WaitAsync(ConfirmedWithin);
                return;
            }
            catch (Exception) when (patience.Elapsed < Patience)
            {
                Forget();
                await Task.Delay(Pause, _leaving.Token);
            }
        }
    }

    /// <summary>Waits until what was received satisfies a condition, which is asked anew at each arrival.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<Received>, bool> condition, TimeSpan? limit = null)
    {
        using var patience = new CancellationTokenSource(limit ?? TimeSpan.FromMinutes(3));
        while (!condition(Recommendations))
        {
            try
            {
                await _arrived.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Not what was waited for: {_received.Count} recommendations received, the last of them {_received.LastOrDefault()?.RoutingKey}; {_state}.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Forget();
        await _leaving.CancelAsync();
        await _consuming;
        _leaving.Dispose();
        _arrived.Dispose();
    }

    /// <summary>Listens, and comes back whenever the broker was away, whatever the client calls that.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A client that lost its broker fails in many ways, and each of them means to try again.")]
    private async Task ConsumeAsync()
    {
        while (!_leaving.IsCancellationRequested)
        {
            IConnection? connection = null;
            try
            {
                connection = await _factory.CreateConnectionAsync(_leaving.Token);
                var lost = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                connection.ConnectionShutdownAsync += (_, _) =>
                {
                    lost.TrySetResult();
                    return Task.CompletedTask;
                };
                await ListenAsync(connection);
                _state = "listening";
                _listening.TrySetResult();
                await lost.Task.WaitAsync(_leaving.Token);
                _state = "connection lost";
            }
            catch (Exception away)
            {
                _state = $"not listening since {away.Message}";
                await Task.Delay(Pause, CancellationToken.None);
            }

            Leave(connection);
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

    private void Forget()
    {
        Leave(_publishing);
        (_publishing, _channel) = (null, null);
    }

    /// <summary>Closing a connection whose broker has gone may take for ever, so nobody waits for it.</summary>
    private static void Leave(IConnection? connection) => _ = connection?.AbortAsync();

    private void Keep(BasicDeliverEventArgs delivery)
    {
        var body = delivery.Body.ToArray();
        var traceParent = delivery.BasicProperties.Headers?[Names.TraceParent] is byte[] bytes ? Encoding.UTF8.GetString(bytes) : "";
        var received = new Received(delivery.RoutingKey, delivery.BasicProperties.MessageId ?? "", traceParent, body, WireJson.Read<RecoveryRecommended>(body));
        _received.Enqueue(received);
        _revisions.TryAdd((received.Said.RecommendationId, received.Said.Revision), received);
        _arrived.Release();
    }
}
