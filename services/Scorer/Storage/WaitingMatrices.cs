using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.ServiceDefaults.Wire;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Keeps what is not judged because an order stands, so that it is not lost when the order is taken back, gives way or expires.</summary>
internal sealed class WaitingMatrices(ScorerDatabase database, CancellationToken cancellationToken)
{
    /// <summary>How long after an order has expired an executor may still tell that it acted on it in time.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    /// <summary>
    /// In a query of cases c: no executor acted, and an order stands or has expired, or one gave way while the round went on. What waits
    /// behind any other case is never judged.
    /// </summary>
    public const string StillWaits =
        """
        not exists (select from ingestor.taken_up_action t where t.recommendation_id = c.event_id)
        and not exists (select from ingestor.taken_up_action t where t.workflow = c.workflow and t.task is null and t.taken_at >= c.reported_at)
        and (c.disposition = 'approved' or c.disposition = 'withdrawn'
            and not exists (select from scorer.recovery_case newer where newer.task = c.task and newer.reported_at > c.reported_at)
            and not exists (select from scorer.departure gone where gone.workflow = c.workflow and gone.left_at >= c.reported_at))
        """;

    /// <summary>The newest of each case is kept, and whether any of them brought counts.</summary>
    public async Task KeepAsync(WaitingMatrix waiting)
    {
        var (stored, body) = (waiting.Stored, WireJson.Write(waiting.Stored));
        await database.Database.ExecuteSqlAsync(
            $"""
            insert into scorer.waiting_matrix as w (event_id, matrix_revision, body, newer_counts)
            values ({stored.EventId}, {stored.MatrixRevision}, {body}, {waiting.Counts})
            on conflict (event_id) do update set
                matrix_revision = greatest(w.matrix_revision, excluded.matrix_revision),
                body = case when w.matrix_revision < excluded.matrix_revision then excluded.body else w.body end,
                newer_counts = w.newer_counts or excluded.newer_counts,
                came_at = now()
            """, cancellationToken);
    }

    /// <summary>Those of the cases, which do not wait any more.</summary>
    public async Task<IReadOnlyList<WaitingMatrix>> TakeAsync(Guid[] events)
    {
        var waiting = await database.WaitingMatrices.Where(row => events.Contains(row.EventId)).OrderBy(row => row.EventId).ToListAsync(cancellationToken);
        database.WaitingMatrices.RemoveRange(waiting);
        return [.. waiting.Select(row => new WaitingMatrix(WireJson.Read<MatrixStored>(row.Body), row.NewerCounts))];
    }

    /// <summary>Cases for which something waits behind an order that has expired or gave way without any executor having acted on it.</summary>
    public static IQueryable<CaseRow> PastOrders(ScorerDatabase database, DateTimeOffset now) => database.Cases.FromSqlRaw(
        $$"""
        select c.* from scorer.waiting_matrix w join scorer.recovery_case c using (event_id)
        where (c.disposition <> 'approved' or c.expires_at <= {0}) and {{StillWaits}}
        """, now - Grace);

    /// <summary>Of a workflow that has left nothing is judged any more.</summary>
    public Task ForgetAsync(string workflow, DateTimeOffset leftAt) => database.WaitingMatrices
        .Where(row => database.Cases.Any(c => c.EventId == row.EventId && c.Workflow == workflow && c.ReportedAt <= leftAt))
        .ExecuteDeleteAsync(cancellationToken);
}
