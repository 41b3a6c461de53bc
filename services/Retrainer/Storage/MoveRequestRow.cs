namespace WorkflowRecovery.Retrainer.Storage;

/// <summary>What became of a move that somebody asked for.</summary>
internal sealed class MoveRequestRow
{
    public required Guid RequestId { get; init; }
    public required string Move { get; init; }
    public Guid? RunId { get; init; }
    public required string RequestedBy { get; init; }
    public required string Why { get; init; }
    public required bool Done { get; init; }

    /// <summary>What was done, or why not.</summary>
    public required string Answer { get; init; }

    public required DateTimeOffset HandledAt { get; init; }
}
