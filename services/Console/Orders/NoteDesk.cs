using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Audit;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Where operators write down that a workflow is with somebody else, or waits.</summary>
internal sealed class NoteDesk(IDbContextFactory<ConsoleDatabase> databases, AuditTrail audit, TimeProvider clock)
{
    private const string NotAllowed = "Only operators may write notes.";

    /// <summary>Null, or why it was not written.</summary>
    public async Task<string?> WriteAsync(NoteRequest note, ClaimsPrincipal by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!Person.Is(by, Role.Operator))
            return NotAllowed;
        if (NoteRules.Problem(note, now) is { } problem)
            return problem;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
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
        await audit.WriteAsync(
            AuditEntry.By(by, OrderAudit.NoteWritten) with { Workflow = note.Workflow, Task = note.Task, Details = new { note.Kind, note.Addressee, note.WaitUntil } },
            database, cancellationToken);
        return null;
    }

    /// <summary>Null, or why it was not closed.</summary>
    public async Task<string?> CloseAsync(Guid noteId, ClaimsPrincipal by, CancellationToken cancellationToken)
    {
        if (!Person.Is(by, Role.Operator))
            return NotAllowed;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var (name, now) = (Person.NameOf(by), clock.GetUtcNow());
        var closed = await database.Notes.Where(note => note.NoteId == noteId && note.ClosedAt == null)
            .ExecuteUpdateAsync(note => note.SetProperty(n => n.ClosedAt, now).SetProperty(n => n.ClosedBy, name), cancellationToken);
        if (closed == 0)
            return "It is closed already.";

        var row = await database.Notes.AsNoTracking().SingleAsync(note => note.NoteId == noteId, cancellationToken);
        await audit.WriteAsync(AuditEntry.By(by, OrderAudit.NoteClosed) with { Workflow = row.Workflow, Task = row.Task, Details = new { noteId } }, database, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    /// <summary>The notes of a workflow, newest first.</summary>
    public async Task<IReadOnlyList<NoteView>> OfWorkflowAsync(string workflow, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Views(database.Notes.Where(note => note.Workflow == workflow)).ToListAsync(cancellationToken);
    }

    /// <summary>The notes that are not closed, newest first.</summary>
    public async Task<IReadOnlyList<NoteView>> OpenAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await Views(database.Notes.Where(note => note.ClosedAt == null)).ToListAsync(cancellationToken);
    }

    private static IQueryable<NoteView> Views(IQueryable<NoteRow> notes) => notes.OrderByDescending(note => note.WrittenAt).Select(note => new NoteView(
        note.NoteId, note.Workflow, note.Task, note.Kind, note.Addressee, note.Ticket, note.WaitUntil, note.WrittenBy, note.WrittenAt, note.ClosedBy, note.ClosedAt));
}
