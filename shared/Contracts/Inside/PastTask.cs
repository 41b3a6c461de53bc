using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Contracts.Inside;

/// <summary>A task of the recorded past: what was reported and what an operator did.</summary>
public sealed record PastTask
{
    /// <summary>The event; every error row carries its readiness.</summary>
    public required WorkflowAssistanceRequested Event { get; init; }

    /// <summary>The recorded action.</summary>
    public required OperatorActionRecorded Action { get; init; }

    /// <summary>False when the record holds the action alone, so that nothing is known of its parameters.</summary>
    public required bool ParametersGiven { get; init; }

    /// <summary>Where the time comes from: <c>extras</c> or <c>name</c>.</summary>
    public required string TimeSource { get; init; }
}

/// <summary>A part of a history file, on its way in. It leads to matrices and labels, never to a recommendation.</summary>
/// <param name="ImportId">The run of the importer that it belongs to.</param>
/// <param name="Batch">Number of this part, from 1.</param>
/// <param name="Tasks">Up to 500 tasks.</param>
public sealed record HistorySubmitted(Guid ImportId, int Batch, IReadOnlyList<PastTask> Tasks);

/// <summary>A part of a history file whose labels are stored.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Batch">Number of this part, from 1.</param>
/// <param name="Submitted">Tasks that were submitted.</param>
/// <param name="Tasks">Those of them that were not known before.</param>
public sealed record HistoryAccepted(Guid ImportId, int Batch, int Submitted, IReadOnlyList<PastTask> Tasks);

/// <summary>A part of a history file to be judged by the active models, without publishing anything outside.</summary>
/// <param name="ReplayId">The replay.</param>
/// <param name="Batch">Number of this part, from 1.</param>
/// <param name="Tasks">Up to 500 tasks.</param>
public sealed record ReplaySubmitted(Guid ReplayId, int Batch, IReadOnlyList<ReplayedTask> Tasks);

/// <summary>A task of the recorded past as it is judged once more: without what was ordered for it.</summary>
/// <param name="Event">The event; every error row carries its readiness.</param>
/// <param name="Around">What else was reported around it; null when nothing is known of that.</param>
public sealed record ReplayedTask(WorkflowAssistanceRequested Event, ReportedAround? Around);
