using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>
/// Reads what was judged by two sets at once and then answered, as the scorer settles which order answers a case. It counts
/// only when it came in after the judgement, so that neither set can have learned from it.
/// </summary>
internal sealed class LiveCaseQuery(IDbContextFactory<RetrainerDatabase> databases)
{
    public async Task<List<LiveCase>> LoadAsync(Guid shadow, Guid active, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Database.SqlQuery<LiveCase>(
            $"""
            select distinct on (j.event_id)
                a.action_key as key, j.workflow, a.received_at as answered_at, a.action, a.memory_mb, a.parameters_given, j.plans as shadow_plans, j.active_plans
            from scorer.shadow_case j join scorer.answered_case a using (event_id)
            where j.run_id = {shadow} and j.active_run_id = {active} and j.judged_at < a.received_at
            order by j.event_id, j.matrix_revision desc
            """).ToListAsync(cancellationToken);
    }
}
