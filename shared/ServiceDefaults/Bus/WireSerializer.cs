using System.Net.Mime;
using MassTransit;

namespace WorkflowRecovery.ServiceDefaults.Bus;

/// <summary>
/// Lets MassTransit hand our consumers plain JSON bytes: no envelope, no header is interpreted, and a consumer of
/// <see cref="Delivery"/> gets the delivery itself. Nothing is ever sent through it (see Outgoing).
/// </summary>
internal sealed class WireSerializer : ISerializerFactory, IMessageDeserializer, IMessageSerializer
{
    private static readonly ContentType Json = new(Contracts.Outside.Names.ContentType);

    public ContentType ContentType => Json;

    public IMessageSerializer CreateSerializer() => this;

    public IMessageDeserializer CreateDeserializer() => this;

    public ConsumeContext Deserialize(ReceiveContext receiveContext) =>
        new MassTransit.Serialization.BodyConsumeContext(receiveContext, new WireSerializerContext(receiveContext));

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null) =>
        throw new NotSupportedException("messages are read from deliveries only");

    public MessageBody GetMessageBody<T>(SendContext<T> context) where T : class =>
        throw new NotSupportedException("messages leave through the outgoing table");

    public MessageBody GetMessageBody(string text) => new StringMessageBody(text);

    public void Probe(ProbeContext context) => context.CreateScope("wire");
}
