namespace WorkflowRecovery.Console.Orders;

/// <summary>A workflow or task that was handed to somebody else, or waits; never changed.</summary>
internal sealed class NoteRow
{
    public required Guid NoteId { get; init; }
    public required string Workflow { get; init; }

    /// <summary>Null: the whole workflow.</summary>
    public string? Task { get; init; }

    /// <summary>One of <see cref="NoteKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>One of <see cref="Addressees"/>; null when it waits.</summary>
    public string? Addressee { get; init; }

    /// <summary>The text of the ticket, or why it waits.</summary>
    public string? Ticket { get; init; }

    /// <summary>Until when it waits.</summary>
    public DateTimeOffset? WaitUntil { get; init; }

    public required string WrittenBy { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
}
