namespace WorkflowRecovery.Ingestor.Storage;

/// <summary>An operator's action that was taken back.</summary>
internal sealed class UndoneAction
{
    /// <summary>The key of the action.</summary>
    public required Guid Key { get; init; }

    public required string Workflow { get; init; }
    public string? Task { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public required string Operator { get; init; }
    public required DateTimeOffset UndoneAt { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}
