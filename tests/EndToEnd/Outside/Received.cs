using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.EndToEnd.Tests.Outside;

/// <summary>A recommendation as an executor received it.</summary>
public sealed record Received(string RoutingKey, string MessageId, string TraceParent, byte[] Body, RecoveryRecommended Said);
