namespace WorkflowRecovery.Scorer.Storage;

/// <summary>The newest matrix that came for a case while an order on it stood: judged once the order is withdrawn.</summary>
internal sealed class WaitingMatrixRow
{
    public required Guid EventId { get; init; }
    public required int MatrixRevision { get; init; }

    /// <summary>The message that told of it.</summary>
    public required byte[] Stored { get; init; }

    public required DateTimeOffset CameAt { get; init; }
}
