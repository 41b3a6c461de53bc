using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Stores each outcome once. To which answer it belongs is asked when it is read, since either may come first.</summary>
internal sealed class OutcomeStore(IDbContextFactory<ScorerDatabase> databases)
{
    public async Task StoreAsync(RecoveryOutcomeReported outcome, CancellationToken cancellationToken)
    {
        var key = NameBasedGuid.Of("action.outcome", outcome.Workflow, outcome.Task, outcome.ReportedAt, outcome.Attempt);
        var succeeded = outcome.Succeeded ?? (outcome.FailedJobs is { } failed ? failed == 0 : (bool?)null);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync(
            $"""
            insert into scorer.outcome (key, workflow, task, reported_at, recommendation_id, attempt, recovered_jobs, failed_jobs, succeeded)
            values ({key}, {outcome.Workflow}, {outcome.Task}, {outcome.ReportedAt}, {outcome.RecommendationId}, {outcome.Attempt},
                    {outcome.RecoveredJobs}, {outcome.FailedJobs}, {succeeded})
            on conflict do nothing
            """, cancellationToken);
    }
}
