namespace WorkflowRecovery.Scorer.Storage;

/// <summary>The newest matrix of a case that came while an order stood.</summary>
internal sealed class WaitingMatrixRow
{
    public required Guid EventId { get; init; }
    public required int MatrixRevision { get; set; }

    /// <summary>The message's bytes.</summary>
    public required byte[] Body { get; set; }

    /// <summary>See <see cref="WaitingMatrix.Counts"/>.</summary>
    public bool NewerCounts { get; set; }

    public DateTimeOffset CameAt { get; init; }
}
