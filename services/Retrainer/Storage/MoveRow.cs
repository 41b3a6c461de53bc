namespace WorkflowRecovery.Retrainer.Storage;

/// <summary>A change of a set's state; never changed or removed.</summary>
internal sealed class MoveRow
{
    /// <summary>In the order of the moves; given by the database.</summary>
    public long Number { get; init; }

    public required Guid RunId { get; init; }
    public required string FromState { get; init; }
    public required string ToState { get; init; }
    public required DateTimeOffset MovedAt { get; init; }

    /// <summary><c>retrainer</c>, or who asked for it.</summary>
    public required string MovedBy { get; init; }

    public required string Why { get; init; }

    /// <summary>Whether the set became active as one that had been so before something else was put on top of it.</summary>
    public required bool IsRollback { get; init; }
}
