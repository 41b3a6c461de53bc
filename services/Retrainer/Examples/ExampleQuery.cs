using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Examples;

/// <summary>
/// Reads what there is to learn from: each recorded action with the matrices it answers. An action answers the newest
/// round that was reported by then, as it was last observed by then; one that was not observed yet it cannot have been about.
/// </summary>
internal sealed class ExampleQuery(IDbContextFactory<RetrainerDatabase> databases)
{
    public async Task<IReadOnlyList<RecordedTask>> LoadAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var answers = await database.Database.SqlQuery<Answer>(
            $"""
            select * from (
                select distinct on (a.key, m.task)
                    a.key, a.task is null as whole_workflow, a.recorded_at, a.action, a.memory_mb, a.splitting, a.xrootd,
                    a.secondary, a.cores, a.parameters_given, exists (select from scorer.answered_case answered
                        where answered.event_id = m.event_id and answered.recorded_at = a.recorded_at and answered.accepted) as accepted,
                    m.event_id, m.workflow, m.task, m.family, m.reported_at, m.cells, m.campaign, m.total_jobs,
                    m.memory_mb as request_memory_mb, m.cores as request_cores, m.around::text as around,
                    coalesce(m.observed_at, m.reported_at) <= a.recorded_at as was_seen
                from ingestor.recorded_action a
                join featurizer.event_matrix m
                    on m.workflow = a.workflow and (a.task is null or m.task = a.task) and m.reported_at <= a.recorded_at
                where not exists (select from unnest(a.reasons) reason where reason like 'AIEH%')
                order by a.key, m.task, m.reported_at desc, was_seen desc, m.revision desc) newest
            where was_seen
            """).ToListAsync(cancellationToken);
        return ExampleChoice.Choose(answers);
    }
}
