using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Keeps what is not judged because an order stands, so that it is not lost when the order is taken back or expires.</summary>
internal sealed class WaitingMatrices(ScorerDatabase database, CancellationToken cancellationToken)
{
    /// <summary>The newest of each case is kept.</summary>
    public async Task KeepAsync(MatrixStored stored)
    {
        var body = WireJson.Write(stored);
        await database.Database.ExecuteSqlAsync(
            $"""
            insert into scorer.waiting_matrix (event_id, matrix_revision, body) values ({stored.EventId}, {stored.MatrixRevision}, {body})
            on conflict (event_id) do update set matrix_revision = excluded.matrix_revision, body = excluded.body, came_at = now()
            where waiting_matrix.matrix_revision < excluded.matrix_revision
            """, cancellationToken);
    }

    /// <summary>Those of the cases, which do not wait any more.</summary>
    public async Task<IReadOnlyList<MatrixStored>> TakeAsync(Guid[] events)
    {
        var waiting = await database.WaitingMatrices.Where(row => events.Contains(row.EventId)).OrderBy(row => row.EventId).ToListAsync(cancellationToken);
        database.WaitingMatrices.RemoveRange(waiting);
        return [.. waiting.Select(row => WireJson.Read<MatrixStored>(row.Body))];
    }

    /// <summary>Cases for which something waits behind an order that has expired without any executor having acted.</summary>
    public static IQueryable<CaseRow> PastOrders(ScorerDatabase database, DateTimeOffset now) => database.Cases.FromSql(
        $"""
        select c.* from scorer.waiting_matrix w join scorer.recovery_case c using (event_id)
        where c.disposition = 'approved' and c.expires_at <= {now}
            and not exists (select from ingestor.taken_up_action t where t.recommendation_id = c.event_id)
            and not exists (select from ingestor.taken_up_action t where t.workflow = c.workflow and t.task is null and t.taken_at >= c.reported_at)
        """);

    /// <summary>Of a workflow that has left nothing is judged any more.</summary>
    public Task ForgetAsync(string workflow, DateTimeOffset leftAt) => database.WaitingMatrices
        .Where(row => database.Cases.Any(c => c.EventId == row.EventId && c.Workflow == workflow && c.ReportedAt <= leftAt))
        .ExecuteDeleteAsync(cancellationToken);
}
