using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Contracts.Inside;

/// <summary>The matrix of an event was stored, for the first time or anew.</summary>
public sealed record MatrixStored
{
    /// <summary>The event; the id of its recommendation.</summary>
    public required Guid EventId { get; init; }

    /// <summary>The matrix, derived from event and revision.</summary>
    public required Guid MatrixId { get; init; }

    /// <summary>From 1; not the revision of the recommendation, which also counts withdrawals and approvals.</summary>
    public required int MatrixRevision { get; init; }

    /// <summary>Why there is a new matrix: <c>reported</c>, <c>newer counts</c> or <c>late site status</c>.</summary>
    public required string Cause { get; init; }

    /// <summary>The newest observation, with a few short excerpts of its logs; every error row carries the readiness as of reportedAt.</summary>
    public required WorkflowAssistanceRequested Event { get; init; }

    /// <summary>Sites among those of the event that are drained or disabled now.</summary>
    public required IReadOnlyList<string> UnavailableSites { get; init; }

    /// <summary>
    /// Sites of error rows without a readiness of their own that had no status of any kind in the 24 hours up to reportedAt:
    /// what is said of their readiness is old, or a guess.
    /// </summary>
    public IReadOnlyList<string> SitesWithoutStatus { get; init; } = [];

    /// <summary>What else was reported around the task; null when it was not computed.</summary>
    public ReportedAround? Around { get; init; }
}
