using WorkflowRecovery.Console.Charts;
using WorkflowRecovery.Console.Queue;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Notes in words.</summary>
internal static class NoteText
{
    /// <summary>Whom an escalated one is handed to.</summary>
    public static string To(string? addressee) => addressee switch
    {
        Addressees.Site => "the site",
        Addressees.Transfer => "the transfer team",
        Addressees.Requester => "the requester",
        _ => "somebody else",
    };

    /// <summary>For example <c>escalated to the site</c>.</summary>
    public static string Of(NoteView note) => Of(note.WaitUntil, note.Addressee);

    /// <summary>The same with who wrote it.</summary>
    public static string Of(NoteMark note) => $"{Of(note.WaitUntil, note.To)}, noted by {note.By}";

    private static string Of(DateTimeOffset? until, string? addressee) => until is { } time ? $"waits until {Wording.Time(time)}" : $"escalated to {To(addressee)}";
}
