using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.Orders;

/// <summary>What will be published of an order on one case.</summary>
/// <param name="EventId">The case.</param>
/// <param name="RoutingKey">The routing key of the recommendation.</param>
/// <param name="Recommended">The recommendation; its times are those of the sending as foreseen.</param>
/// <param name="RecommendedJson">Its body.</param>
/// <param name="Recorded">The operator's recorded action; its time is that of the submission. One for all cases of an action on a workflow.</param>
/// <param name="RecordedJson">Its body.</param>
public sealed record OrderPreview(
    Guid EventId, string RoutingKey, RecoveryRecommended Recommended, string RecommendedJson, OperatorActionRecorded Recorded, string RecordedJson);

/// <summary>What will be published of a request, or what speaks against it.</summary>
/// <param name="Cases">For each case; empty where something speaks against it, since nothing is published then.</param>
/// <param name="Objections">What speaks against it.</param>
public sealed record RequestPreview(IReadOnlyList<OrderPreview> Cases, IReadOnlyList<Objection> Objections);
