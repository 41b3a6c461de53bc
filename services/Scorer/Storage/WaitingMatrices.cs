using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Matrices of cases on which an order stands, within a transaction that holds the workflow's lock.</summary>
internal sealed class WaitingMatrices(ScorerDatabase database, DateTimeOffset now, CancellationToken cancellationToken)
{
    /// <summary>Keeps the newest of an event.</summary>
    public Task KeepAsync(MatrixStored stored) => database.Database.ExecuteSqlAsync(
        $"""
        insert into scorer.waiting_matrix (event_id, matrix_revision, stored, came_at)
        values ({stored.EventId}, {stored.MatrixRevision}, {WireJson.Write(stored)}, {now})
        on conflict (event_id) do update set matrix_revision = excluded.matrix_revision, stored = excluded.stored, came_at = excluded.came_at
        where waiting_matrix.matrix_revision < excluded.matrix_revision
        """, cancellationToken);

    /// <summary>Those of a workflow's cases on which no order stands any more; they wait no longer.</summary>
    public async Task<IReadOnlyList<MatrixStored>> TakeAsync(string workflow)
    {
        await database.SaveChangesAsync(cancellationToken);
        var waiting = await database.Database.SqlQuery<byte[]>(
            $"""
            delete from scorer.waiting_matrix w using scorer.recovery_case c
            where c.event_id = w.event_id and c.workflow = {workflow} and c.disposition <> 'approved'
            returning w.stored as "Value"
            """).ToListAsync(cancellationToken);
        return [.. waiting.Select(stored => WireJson.Read<MatrixStored>(stored)).OrderBy(stored => stored.Event.Task, StringComparer.Ordinal)];
    }
}
