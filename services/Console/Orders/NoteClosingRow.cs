namespace WorkflowRecovery.Console.Orders;

/// <summary>A note that is not open any more.</summary>
internal sealed class NoteClosingRow
{
    public required Guid NoteId { get; init; }
    public required string ClosedBy { get; init; }
    public required DateTimeOffset ClosedAt { get; init; }
}
