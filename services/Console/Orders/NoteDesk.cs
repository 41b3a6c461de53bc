using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Where operators write down that a workflow is with somebody else, or waits.</summary>
internal sealed class NoteDesk(IDbContextFactory<ConsoleDatabase> databases, AuditTrail audit, RefusalLog refusals, TimeProvider clock)
{
    private const string NotAllowed = "Only operators may write notes.";

    /// <summary>Null, or why it was not written.</summary>
    public async Task<string?> WriteAsync(NoteRequest note, ClaimsPrincipal by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!await MayAsync(by, new { OrderAudit.NoteWritten, note.Kind }, cancellationToken))
            return NotAllowed;
        if (NoteRules.Problem(note, now) is { } problem)
            return await RefuseAsync(by, note, problem);

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await IsReportedAsync(database, note, cancellationToken))
            return await RefuseAsync(by, note, note.Task is null ? "Nothing was ever reported of this workflow." : "Nothing was ever reported of this task.");

        database.Notes.Add(new()
        {
            NoteId = Guid.CreateVersion7(now),
            Workflow = note.Workflow,
            Task = note.Task,
            Kind = note.Kind,
            Addressee = note.Kind == NoteKinds.Escalated ? note.Addressee : null,
            Ticket = note.Ticket?.Replace("\0", "", StringComparison.Ordinal),
            WaitUntil = note.Kind == NoteKinds.Waiting ? note.WaitUntil?.ToUniversalTime() : null,
            WrittenBy = Person.NameOf(by),
            WrittenAt = now,
        });
        audit.Add(
            AuditEntry.By(by, OrderAudit.NoteWritten) with { Workflow = note.Workflow, Task = note.Task, Details = new { note.Kind, note.Addressee, note.WaitUntil } }, database);
        await database.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>Null, or why it was not closed.</summary>
    public async Task<string?> CloseAsync(Guid noteId, ClaimsPrincipal by, CancellationToken cancellationToken)
    {
        if (!await MayAsync(by, new { OrderAudit.NoteClosed, noteId }, cancellationToken))
            return NotAllowed;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        if (await database.Notes.AsNoTracking().SingleOrDefaultAsync(one => one.NoteId == noteId, cancellationToken) is not { } note)
            return await RefuseAsync(by, noteId, workflow: null, "There is no such note.");

        var (name, now) = (Person.NameOf(by), clock.GetUtcNow());
        var closed = await database.Database.ExecuteSqlAsync(
            $"insert into console.note_closing (note_id, closed_by, closed_at) values ({noteId}, {name}, {now}) on conflict do nothing", cancellationToken);
        if (closed == 0)
            return await RefuseAsync(by, noteId, note.Workflow, "It is closed already.");

        audit.Add(AuditEntry.By(by, OrderAudit.NoteClosed) with { Workflow = note.Workflow, Task = note.Task, Details = new { noteId } }, database);
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>The notes of a workflow: the open ones, then the closed ones, the newest first: the first page of them.</summary>
    public Task<IReadOnlyList<NoteView>> OfWorkflowAsync(string workflow, CancellationToken cancellationToken) => OfWorkflowAsync(workflow, before: null, cancellationToken);

    /// <summary>A page of the notes of a workflow.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="before">The last note of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<NoteView>> OfWorkflowAsync(string workflow, Guid? before, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await NoteQueries.OfWorkflow(database, workflow, before).ToListAsync(cancellationToken);
    }

    /// <summary>Whether there is such a note, open or closed; of the workflow, where one is named.</summary>
    public async Task<bool> IsKnownAsync(Guid noteId, string? workflow, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Notes.AnyAsync(note => note.NoteId == noteId && (workflow == null || note.Workflow == workflow), cancellationToken);
    }

    /// <summary>Notes that are not closed, the newest first: a page of them.</summary>
    /// <param name="before">The last note of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<NoteView>> OpenAsync(Guid? before, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await NoteQueries.Open(database, before).ToListAsync(cancellationToken);
    }

    private async Task<bool> MayAsync(ClaimsPrincipal by, object asked, CancellationToken cancellationToken)
    {
        if (Person.Is(by, Role.Operator))
            return true;
        await refusals.WriteAsync(AuditEntry.By(by, AuditVerbs.Denied) with { Details = asked });
        return false;
    }

    private async Task<string> RefuseAsync(ClaimsPrincipal by, NoteRequest note, string why)
    {
        await refusals.WriteAsync(AuditEntry.By(by, OrderAudit.NoteRefused) with
        {
            Workflow = note.Workflow, Task = note.Task, Details = new { asked = OrderAudit.NoteWritten, note.Kind, note.Addressee, note.WaitUntil, why },
        });
        return why;
    }

    private async Task<string> RefuseAsync(ClaimsPrincipal by, Guid noteId, string? workflow, string why)
    {
        await refusals.WriteAsync(AuditEntry.By(by, OrderAudit.NoteRefused) with { Workflow = workflow, Details = new { asked = OrderAudit.NoteClosed, noteId, why } });
        return why;
    }

    private static Task<bool> IsReportedAsync(ConsoleDatabase database, NoteRequest note, CancellationToken cancellationToken) => database.Database.SqlQuery<bool>(
        $"""
        select exists (select from scorer.orderable_case where workflow = {note.Workflow} and ({note.Task}::text is null or task = {note.Task})) as "Value"
        """).SingleAsync(cancellationToken);
}
