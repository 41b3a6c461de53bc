namespace WorkflowRecovery.ServiceDefaults.Outgoing;

/// <summary>
/// A message on its way out, written in the same transaction as the result it tells of: this row is the outbox.
/// It is published as it stands, as often as needed, so that a repeat is a repeat byte for byte.
/// </summary>
public sealed class OutgoingMessage
{
    /// <summary>Id of the message, derived from its natural key.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>What it came from, so that a redelivery of that finds it.</summary>
    public required Guid Origin { get; init; }

    /// <summary>Exchange to publish to.</summary>
    public required string Exchange { get; init; }

    /// <summary>Routing key to publish with.</summary>
    public required string RoutingKey { get; init; }

    /// <summary>Type property: the name of the message.</summary>
    public required string Type { get; init; }

    /// <summary>The bytes.</summary>
    public required byte[] Body { get; init; }

    /// <summary>Trace context of the span that made it.</summary>
    public required string? TraceParent { get; init; }

    /// <summary>When it was made; also its timestamp property.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the broker confirmed it; null while it has not.</summary>
    public DateTimeOffset? PublishedAt { get; init; }
}
