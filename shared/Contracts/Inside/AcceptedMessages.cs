using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Contracts.Inside;

/// <summary>A new observation of an event was stored: its first, or newer counts.</summary>
/// <param name="EventId">The event; the id of its recommendation.</param>
/// <param name="ReceivedAt">When it came in.</param>
/// <param name="Event">What was reported.</param>
public sealed record AssistanceAccepted(Guid EventId, DateTimeOffset ReceivedAt, WorkflowAssistanceRequested Event);

/// <summary>A change of a site's status was stored.</summary>
/// <param name="Status">The change.</param>
public sealed record SiteStatusAccepted(SiteStatusChanged Status);

/// <summary>An operator's action was stored.</summary>
/// <param name="Action">The action.</param>
public sealed record OperatorActionAccepted(OperatorActionRecorded Action);

/// <summary>What an executor did was stored.</summary>
/// <param name="Taken">What it did.</param>
public sealed record ActionTakenAccepted(RecoveryActionTaken Taken);

/// <summary>What a recovery brought was stored.</summary>
/// <param name="Outcome">The outcome.</param>
public sealed record OutcomeAccepted(RecoveryOutcomeReported Outcome);

/// <summary>That a workflow left assistance was stored.</summary>
/// <param name="Left">The departure.</param>
public sealed record DepartureAccepted(WorkflowLeftAssistance Left);
