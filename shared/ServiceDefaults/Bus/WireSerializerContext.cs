using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using MassTransit;
using MassTransit.Serialization;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.ServiceDefaults.Bus;

/// <summary>One delivery, read as whatever type the endpoint's consumer asks for.</summary>
internal sealed class WireSerializerContext(ReceiveContext receiveContext) : SerializerContext
{
    private readonly byte[] _body = receiveContext.Body.GetBytes();

    public string[] SupportedMessageTypes => [];
    public Guid? MessageId => null;
    public Guid? RequestId => null;
    public Guid? CorrelationId => null;
    public Guid? ConversationId => null;
    public Guid? InitiatorId => null;
    public DateTime? ExpirationTime => null;
    public Uri? SourceAddress => null;
    public Uri? DestinationAddress => receiveContext.InputAddress;
    public Uri? ResponseAddress => null;
    public Uri? FaultAddress => null;
    public DateTime? SentTime => null;
    public Headers Headers { get; } = EmptyHeaders.Instance;
    public HostInfo Host { get; } = new MassTransit.Metadata.BusHostInfo();

    public bool IsSupportedMessageType<T>() where T : class => true;

    public bool IsSupportedMessageType(Type messageType) => true;

    public bool TryGetMessage<T>([NotNullWhen(true)] out T? message) where T : class
    {
        var found = TryGetMessage(typeof(T), out var value);
        message = (T?)value;
        return found;
    }

    public bool TryGetMessage(Type messageType, [NotNullWhen(true)] out object? message)
    {
        message = messageType == typeof(Delivery)
            ? Delivery.Of(receiveContext, _body)
            : JsonSerializer.Deserialize(_body, messageType, WireJson.Options);
        return message is not null;
    }

    public IMessageSerializer GetMessageSerializer() => throw NotSent();

    public IMessageSerializer GetMessageSerializer<T>(MessageEnvelope envelope, T message) where T : class => throw NotSent();

    public IMessageSerializer GetMessageSerializer(object message, string[] messageTypes) => throw NotSent();

    public Dictionary<string, object> ToDictionary<T>(T? message) where T : class => throw NotSent();

    public T? DeserializeObject<T>(object? value, T? defaultValue = null) where T : class => defaultValue;

    public T? DeserializeObject<T>(object? value, T? defaultValue = null) where T : struct => defaultValue;

    public MessageBody SerializeObject(object? value) => throw NotSent();

    private static NotSupportedException NotSent() => new("messages leave through the outgoing table");
}
