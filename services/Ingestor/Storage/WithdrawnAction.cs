namespace WorkflowRecovery.Ingestor.Storage;

/// <summary>A revision that had been published of an operator's action when that was taken back.</summary>
internal sealed class WithdrawnAction
{
    public required Guid RecommendationId { get; init; }
    public required int Revision { get; init; }

    /// <summary>The key of the action.</summary>
    public required Guid Key { get; init; }
}
