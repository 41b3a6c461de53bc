using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>
/// Reads what was judged by two sets at once and then answered, of workflows that do not count in the trial yet. Only the first answer to a case counts, and only when it
/// came in after the judgement, so that neither set can have learned from it; it answers the newest round that was
/// reported by then.
/// </summary>
internal sealed class LiveCaseQuery(IDbContextFactory<RetrainerDatabase> databases)
{
    public async Task<List<LiveCase>> LoadAsync(Guid shadow, Guid active, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Database.SqlQuery<LiveCase>(
            $"""
            select distinct on (j.event_id)
                a.key, j.workflow, a.received_at as answered_at, a.action, a.memory_mb, a.parameters_given, j.plans as shadow_plans, j.active_plans
            from scorer.shadow_case j
            cross join lateral (
                select * from ingestor.recorded_action given
                where given.workflow = j.workflow and (given.task is null or given.task = j.task) and given.recorded_at >= j.reported_at
                and not exists (select from unnest(given.reasons) reason where reason like 'AIEH%')
                order by given.received_at, given.key limit 1) a
            where j.run_id = {shadow} and j.active_run_id = {active} and a.source = 'live' and j.judged_at < a.received_at
            and not exists (
                select from retrainer.trial_case known
                where known.shadow_run_id = {shadow} and known.active_run_id = {active} and known.workflow = j.workflow)
            and not exists (
                select from scorer.given_recommendation newer
                where newer.workflow = j.workflow and newer.task = j.task and newer.reported_at > j.reported_at and newer.reported_at <= a.recorded_at)
            order by j.event_id, j.matrix_revision desc
            """).ToListAsync(cancellationToken);
    }
}
