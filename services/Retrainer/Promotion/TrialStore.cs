using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Retrainer.Storage;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>Keeps the workflows that count in a trial: each is appended once, by whichever copy sees it first.</summary>
internal sealed class TrialStore(IDbContextFactory<RetrainerDatabase> databases, LiveCaseQuery query)
{
    /// <summary>Appends what was answered since the last look, and returns the whole trial in its order.</summary>
    public async Task<IReadOnlyList<double>> ContinueAsync(Guid shadow, Guid active, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        await database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('workflow-recovery trial', 0))", cancellationToken);
        var cases = await query.LoadAsync(shadow, active, cancellationToken);
        var known = await CasesOf(database, shadow, active).CountAsync(cancellationToken);
        database.TrialCases.AddRange(ShadowTrial.Counted(cases).Select((counted, place) => new TrialCaseRow
        {
            ShadowRunId = shadow,
            ActiveRunId = active,
            Number = known + place + 1,
            Workflow = counted.Workflow,
            ActionKey = counted.Key,
            AnsweredAt = counted.AnsweredAt,
            Advantage = counted.Advantage,
        }));
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await LoadAsync(shadow, active, cancellationToken);
    }

    /// <summary>The trial as far as it has come, in its order.</summary>
    public async Task<IReadOnlyList<double>> LoadAsync(Guid shadow, Guid active, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await CasesOf(database, shadow, active)
            .Where(counted => counted.Advantage != null)
            .OrderBy(counted => counted.Number)
            .Select(counted => counted.Advantage!.Value)
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<TrialCaseRow> CasesOf(RetrainerDatabase database, Guid shadow, Guid active) =>
        database.TrialCases.Where(counted => counted.ShadowRunId == shadow && counted.ActiveRunId == active);
}
