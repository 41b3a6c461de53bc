namespace WorkflowRecovery.Contracts.Outside;

/// <summary>The names at the broker that parties outside the project rely on.</summary>
public static class Names
{
    /// <summary>Topic exchange that the workflow system and the action executor publish to.</summary>
    public const string IntakeExchange = "workflow-recovery.intake";

    /// <summary>Topic exchange that action executors bind their queues to.</summary>
    public const string RecommendationsExchange = "workflow-recovery.recommendations";

    /// <summary>Durable queue that keeps every message which was refused, with the reason in its headers.</summary>
    public const string RejectedQueue = "workflow-recovery.rejected";

    /// <summary>Content type of every message.</summary>
    public const string ContentType = "application/json";

    /// <summary>Header with the W3C trace context.</summary>
    public const string TraceParent = "traceparent";

    /// <summary>Header of a refused message: a sentence naming field and value.</summary>
    public const string RejectReason = "reject-reason";

    /// <summary>Header of a refused message: our queue that refused it.</summary>
    public const string RejectEndpoint = "reject-endpoint";

    /// <summary>Header of a refused message: the exchange it was published to.</summary>
    public const string RejectExchange = "reject-exchange";

    /// <summary>Header of a refused message: the routing key it was published with.</summary>
    public const string RejectRoutingKey = "reject-routing-key";
}
