namespace WorkflowRecovery.Scorer.Storage;

/// <summary>An operator's wish to have an order back; it may come before the order.</summary>
internal sealed class ApprovalUndoRow
{
    public required Guid OrderId { get; init; }
    public required string Operator { get; init; }
    public required DateTimeOffset UndoneAt { get; init; }

    /// <summary>False when an executor had taken it up.</summary>
    public required bool Granted { get; init; }

    /// <summary>Why not.</summary>
    public string? Why { get; init; }

    public required DateTimeOffset At { get; init; }
}
