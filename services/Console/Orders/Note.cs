namespace WorkflowRecovery.Console.Orders;

/// <summary>What a note says of a workflow.</summary>
public static class NoteKinds
{
    /// <summary>Somebody else has to act first.</summary>
    public const string Escalated = "escalated";

    /// <summary>Nothing is done before a time.</summary>
    public const string Waiting = "waiting";
}

/// <summary>Whom a workflow may be handed to.</summary>
public static class Addressees
{
    public const string Site = "site";
    public const string Transfer = "transfer";
    public const string Requester = "requester";

    public static IReadOnlyList<string> All { get; } = [Site, Transfer, Requester];
}

/// <summary>A note to be written: kept, sent nowhere, never a label.</summary>
/// <param name="Workflow">The workflow.</param>
/// <param name="Task">The task; null: the whole workflow.</param>
/// <param name="Kind">One of <see cref="NoteKinds"/>.</param>
/// <param name="Addressee">One of <see cref="Addressees"/>, of an escalated one.</param>
/// <param name="Ticket">The text of the ticket, or why it waits.</param>
/// <param name="WaitUntil">Of a waiting one.</param>
public sealed record NoteRequest(string Workflow, string? Task, string Kind, string? Addressee, string? Ticket, DateTimeOffset? WaitUntil);

/// <summary>A note as it is shown.</summary>
public sealed record NoteView(
    Guid NoteId, string Workflow, string? Task, string Kind, string? Addressee, string? Ticket, DateTimeOffset? WaitUntil, string WrittenBy, DateTimeOffset WrittenAt,
    string? ClosedBy, DateTimeOffset? ClosedAt);
