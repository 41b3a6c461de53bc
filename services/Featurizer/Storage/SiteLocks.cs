using Microsoft.EntityFrameworkCore;

namespace WorkflowRecovery.Featurizer.Storage;

/// <summary>
/// Locks on site names until the transaction ends, always taken in one order and before any row lock. Events share
/// them, a status takes its own alone: so an event sees the status, or the status sees the event, and never neither.
/// A lock stands for all names of one of 1,024 hashes each side of zero, since the server has room for so many locks only.
/// </summary>
internal static class SiteLocks
{
    public static Task ShareAsync(FeaturizerDatabase database, string[] sites, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock_shared(key) from (select distinct mod(hashtextextended(site, 0), 1024) as key from unnest({sites}) as site order by key) keys",
            cancellationToken);

    public static Task TakeAsync(FeaturizerDatabase database, string site, CancellationToken cancellationToken) =>
        database.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(mod(hashtextextended({site}, 0), 1024))", cancellationToken);
}
