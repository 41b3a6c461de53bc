using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Scorer.Storage;

namespace WorkflowRecovery.Scorer.Feedback;

/// <summary>Reads what answers tell of confidence.</summary>
internal sealed class AnswerQuery(IDbContextFactory<ScorerDatabase> databases)
{
    /// <summary>
    /// The newest answers to recommendations that had a confidence, as many of operators who had been shown them as of others: those are
    /// few, and would be crowded out.
    /// </summary>
    public async Task<IReadOnlyList<MeasuredAnswer>> NewestAsync(int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return [.. await NewestAsync(database, prompted: true, most, cancellationToken), .. await NewestAsync(database, prompted: false, most, cancellationToken)];
    }

    private static Task<List<MeasuredAnswer>> NewestAsync(ScorerDatabase database, bool prompted, int most, CancellationToken cancellationToken) =>
        database.Answers
            .Where(answer => answer.Prompted == prompted && answer.RecommendedAction != null && answer.Confidence != null && answer.AgreedPlan != null)
            .OrderByDescending(answer => answer.RecordedAt)
            .ThenBy(answer => answer.EventId)
            .Take(most)
            .Select(answer => new MeasuredAnswer(
                answer.RecommendedAction!, answer.Confidence!.Value, answer.AgreedAction!.Value, answer.AgreedPlan!.Value, answer.Prompted))
            .ToListAsync(cancellationToken);

    /// <summary>How often a set of models had not ruled out what operators ordered then.</summary>
    public async Task<IReadOnlyList<CoveredWorkflows>> CoverageAsync(Guid? runId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Database.SqlQuery<CoveredWorkflows>(
            $"select prompted, workflows, actions_covered, plans_covered from scorer.live_coverage where run_id = {runId} order by prompted").ToListAsync(cancellationToken);
    }
}
