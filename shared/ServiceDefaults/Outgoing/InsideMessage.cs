using System.Diagnostics;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.ServiceDefaults.Outgoing;

/// <summary>Makes the outgoing rows of messages between the services.</summary>
public static class InsideMessage
{
    /// <summary>The row of a message; it carries the trace context of the current span.</summary>
    /// <param name="messageId">Id of the message, derived from its natural key.</param>
    /// <param name="origin">What it came from.</param>
    /// <param name="routingKey">One of <see cref="InsideKeys"/>.</param>
    /// <param name="message">The message.</param>
    /// <param name="now">Now.</param>
    public static OutgoingMessage Stage<T>(Guid messageId, Guid origin, string routingKey, T message, DateTimeOffset now) => new()
    {
        MessageId = messageId,
        Origin = origin,
        Exchange = InsideNames.Exchange,
        RoutingKey = routingKey,
        Type = typeof(T).Name,
        Body = WireJson.Write(message),
        TraceParent = Activity.Current?.Id,
        CreatedAt = now,
    };
}
