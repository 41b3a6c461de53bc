using System.Runtime.InteropServices;

namespace WorkflowRecovery.Console.Queue;

/// <summary>What tells whether a case changed, without reading all of it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QueueMark(Guid EventId, int Revision, DateTimeOffset? AnsweredAt, bool IsTaken, string? OrderState, Guid? NoteId)
{
    public static QueueMark Of(QueueCase task) => new(task.EventId, task.Revision, task.AnsweredAt, task.IsTaken, task.Order?.State, task.Note?.NoteId);
}
