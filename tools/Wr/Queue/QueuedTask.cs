using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Wr.Queue;

/// <summary>A task in assistance.</summary>
/// <param name="Said">What was published of it; null where that cannot be read.</param>
internal sealed record QueuedTask(Guid EventId, string Workflow, string Task, DateTimeOffset ReportedAt, int Revision, string Disposition, DateTimeOffset ExpiresAt, RecoveryRecommended? Said)
{
    public DateTimeOffset? AnsweredAt { get; init; }

    public string? Campaign { get; init; }

    public long? Priority { get; init; }

    /// <summary>Recovery rounds so far.</summary>
    public int? Attempt { get; init; }

    public long? TotalJobs { get; init; }

    /// <summary>As reported, else the errors of its matrix.</summary>
    public long FailedJobs { get; init; }

    /// <summary>What failed where.</summary>
    public IReadOnlyList<ErrorRow> Errors { get; init; } = [];

    /// <summary>Whether an executor acts on it.</summary>
    public bool IsTaken { get; init; }

    /// <summary>Where the order stands that counts; null without one.</summary>
    public string? OrderState { get; init; }

    /// <summary>Until when an operator lets it wait.</summary>
    public DateTimeOffset? WaitUntil { get; init; }

    /// <summary>Whether an operator passed it on.</summary>
    public bool IsEscalated { get; init; }

    /// <summary>The operator decides without hearing from us.</summary>
    public bool Blinded => Said?.Reason == Words.Blinded;
}
