using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Whether a note makes sense.</summary>
internal static class NoteRules
{
    private const int LongestTicket = 20_000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(90);

    /// <summary>Null, or what is wrong with it.</summary>
    public static string? Problem(NoteRequest note, DateTimeOffset now) => note switch
    {
        { Workflow.Length: 0 or > Limits.NameCharacters } or { Task.Length: 0 or > Limits.NameCharacters } => "There is no such workflow or task.",
        { Kind: not (NoteKinds.Escalated or NoteKinds.Waiting) } => "A note tells of an escalation or of waiting.",
        { Kind: NoteKinds.Escalated } when !Addressees.All.Contains(note.Addressee) => "Say whom it is escalated to.",
        { Kind: NoteKinds.Waiting } when note.WaitUntil is not { } until || until <= now || until > now + LongestWait =>
            $"Say until when it waits, at most {LongestWait.TotalDays} days.",
        { Ticket.Length: > LongestTicket } => $"The text has more than {LongestTicket} characters.",
        _ => null,
    };
}
