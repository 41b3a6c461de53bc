namespace WorkflowRecovery.Ingestor.Storage;

/// <summary>A message of any other kind, under its natural key.</summary>
internal sealed class AcceptedMessage
{
    public required Guid Key { get; init; }
    public required string Kind { get; init; }
    public required byte[] ContentHash { get; init; }
    public required byte[] Body { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}
