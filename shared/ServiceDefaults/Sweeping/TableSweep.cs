using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkflowRecovery.ServiceDefaults.Database;

namespace WorkflowRecovery.ServiceDefaults.Sweeping;

/// <summary>Removes old rows of a service's tables in small statements, so that nobody waits for it.</summary>
/// <param name="databases">The service's tables.</param>
/// <param name="options">How many rows at once.</param>
/// <param name="clock">The time.</param>
public sealed class TableSweep<TDatabase>(IDbContextFactory<TDatabase> databases, IOptions<SweepOptions> options, TimeProvider clock)
    where TDatabase : ServiceDatabase
{
    /// <summary>Removes all rows that are old now and returns how many that were.</summary>
    /// <param name="old">Which rows.</param>
    /// <param name="cancellationToken">Ends it after the statement under way.</param>
    public async Task<int> SweepAsync(OldRows old, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(old);
        var before = clock.GetUtcNow() - old.Keep;
        var most = options.Value.RowsAtOnce;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        int removed, all = 0;
        do
        {
            removed = (await database.Database.SqlQueryRaw<int>(old.Sql, before, most).ToListAsync(cancellationToken)).Single();
            all += removed;
        }
        while (removed >= most);
        return all;
    }
}
