using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Scorer.Storage;

namespace WorkflowRecovery.Scorer.Feedback;

/// <summary>Reads the newest answers to recommendations that had a confidence.</summary>
internal sealed class AnswerQuery(IDbContextFactory<ScorerDatabase> databases)
{
    public async Task<IReadOnlyList<MeasuredAnswer>> NewestAsync(int most, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Answers
            .Where(answer => answer.RecommendedAction != null && answer.Confidence != null && answer.Likelier != null)
            .OrderByDescending(answer => answer.RecordedAt)
            .ThenBy(answer => answer.EventId)
            .Take(most)
            .Select(answer => new MeasuredAnswer(
                answer.RecommendedAction!, answer.Confidence!.Value, answer.Likelier!.Value, answer.AgreedAction!.Value, answer.AgreedOrder!.Value))
            .ToListAsync(cancellationToken);
    }
}
