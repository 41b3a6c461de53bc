using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Scorer.Decisions;

namespace WorkflowRecovery.Scorer.Storage;

/// <summary>Takes one automatic recommendation out of all its budgets, or out of none.</summary>
internal static class Budgets
{
    private sealed record Taken(string Kind, string Key);

    /// <summary>
    /// The claims that are used up; empty when all were taken, which holds when the transaction is committed. One statement
    /// counts and checks under the locks of its rows, so that however many take at once, no limit is passed.
    /// </summary>
    public static async Task<IReadOnlyList<BudgetClaim>> TakeAsync(
        ScorerDatabase database, IReadOnlyList<BudgetClaim> claims, DateTimeOffset[] hours, CancellationToken cancellationToken)
    {
        var (kinds, keys) = (claims.Select(claim => claim.Kind).ToArray(), claims.Select(claim => claim.Key).ToArray());
        var most = claims.Select(claim => claim.Most).ToArray();
        await database.Database.ExecuteSqlAsync($"savepoint budgets", cancellationToken);
        var taken = await database.Database.SqlQuery<Taken>(
            $"""
            insert into scorer.budget_use (kind, key, window_start, used, most)
            select kind, key, hour, 1, most from unnest({kinds}, {keys}, {most}) as claim (kind, key, most), unnest({hours}) as hour
            where most > 0 order by kind, key, hour
            on conflict (kind, key, window_start) do update set used = budget_use.used + 1, most = excluded.most
            where budget_use.used < excluded.most
            returning kind, key
            """).ToListAsync(cancellationToken);
        var exhausted = claims.Where(claim => taken.Count(part => part == new Taken(claim.Kind, claim.Key)) < hours.Length).ToList();
        if (exhausted.Count > 0)
            await database.Database.ExecuteSqlAsync($"rollback to savepoint budgets", cancellationToken);
        return exhausted;
    }
}
