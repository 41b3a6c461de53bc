using System.Diagnostics;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.ServiceDefaults.Bus;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Wr.Instances;

/// <summary>Publishes messages as one user; each call ends when the broker has confirmed.</summary>
/// <param name="address">Address of the broker with the user's password.</param>
internal sealed class Sender(Uri address) : IAsyncDisposable
{
    private readonly BrokerPublisher _publisher = new(Options.Create(new BrokerOptions { Uri = address }));

    /// <summary>A message between the services.</summary>
    public Task SendInsideAsync<T>(string routingKey, T message) =>
        _publisher.PublishAsync(InsideNames.Exchange, routingKey, mustArrive: true, Properties(Guid.NewGuid(), typeof(T).Name), WireJson.Write(message));

    /// <summary>A message of an outside party, in the bytes that it has.</summary>
    public Task SendOutsideAsync(string routingKey, string type, Guid messageId, byte[] body) =>
        _publisher.PublishAsync(Names.IntakeExchange, routingKey, mustArrive: true, Properties(messageId, type), body);

    public ValueTask DisposeAsync() => _publisher.DisposeAsync();

    private static BasicProperties Properties(Guid messageId, string type) => new()
    {
        ContentType = Names.ContentType,
        DeliveryMode = DeliveryModes.Persistent,
        MessageId = messageId.ToString(),
        Type = type,
        Timestamp = new AmqpTimestamp(DateTimeOffset.UtcNow.ToUnixTimeSeconds()),
        Headers = new Dictionary<string, object?>
        {
            [Names.TraceParent] = $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01",
        },
    };
}
