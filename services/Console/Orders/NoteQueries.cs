using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Notes with what closed them, never more than fit a page.</summary>
internal static class NoteQueries
{
    public const int PageSize = 100;

    /// <param name="database">The tables.</param>
    /// <param name="workflow">Whose notes.</param>
    /// <param name="before">The last note of the page before; null for the first page.</param>
    public static IQueryable<NoteView> OfWorkflow(ConsoleDatabase database, string workflow, Guid? before) => database.Database.SqlQuery<NoteView>(
        $"""
        select n.note_id, n.workflow, n.task, n.kind, n.addressee, n.ticket, n.wait_until, n.written_by, n.written_at, c.closed_by, c.closed_at
        from console.note n left join console.note_closing c on c.note_id = n.note_id
        where n.workflow = {workflow}
            and ({before}::uuid is null or (c.note_id is null, n.written_at, n.note_id) < (
                select end_of_last.note_id is null, last.written_at, last.note_id
                from console.note last left join console.note_closing end_of_last on end_of_last.note_id = last.note_id where last.note_id = {before}))
        order by c.note_id is null desc, n.written_at desc, n.note_id desc limit {PageSize}
        """);

    /// <param name="database">The tables.</param>
    /// <param name="before">The last note of the page before; null for the first page.</param>
    public static IQueryable<NoteView> Open(ConsoleDatabase database, Guid? before) => database.Database.SqlQuery<NoteView>(
        $"""
        select n.note_id, n.workflow, n.task, n.kind, n.addressee, n.ticket, n.wait_until, n.written_by, n.written_at, null as closed_by, null::timestamptz as closed_at
        from console.note n
        where not exists (select from console.note_closing c where c.note_id = n.note_id)
            and ({before}::uuid is null or (n.written_at, n.note_id) < (select last.written_at, last.note_id from console.note last where last.note_id = {before}))
        order by n.written_at desc, n.note_id desc limit {PageSize}
        """);
}
