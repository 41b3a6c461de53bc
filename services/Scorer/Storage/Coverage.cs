using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Domain.Policies;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>How often what operators ordered had been ruled out by a set of models.</summary>
internal static class Coverage
{
    private sealed record Row(long Workflows, long PlansCovered);

    /// <summary>Of the workflows that were decided unprompted, those with a plan that had been ruled out.</summary>
    public static async Task<SureShare> OfPlansAsync(ScorerDatabase database, Guid? runId, CancellationToken cancellationToken)
    {
        var row = await database.Database.SqlQuery<Row>(
            $"select workflows, plans_covered from scorer.live_coverage where run_id = {runId} and not prompted").SingleOrDefaultAsync(cancellationToken);
        return row is null ? new(0, 0) : new(row.Workflows, row.Workflows - row.PlansCovered);
    }
}
