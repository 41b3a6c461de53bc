using Microsoft.EntityFrameworkCore;

namespace WorkflowRecovery.Featurizer.Storage;

/// <summary>
/// What holds at a time: of the changes up to it that say something, the one with the greatest effectiveAt, and of
/// those of one time the one with the greatest source (ordinal).
/// </summary>
internal static class SiteStatuses
{
    private sealed record Said(string Site, string Word);

    public static async Task<Dictionary<string, string>> ReadinessAtAsync(
        FeaturizerDatabase database, string[] sites, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.Database.SqlQuery<Said>(
            $"""
            select distinct on (site) site, readiness as word from featurizer.site_status
            where site = any({sites}) and effective_at <= {at} and readiness is not null
            order by site, effective_at desc, source desc
            """).ToDictionaryAsync(said => said.Site, said => said.Word, StringComparer.Ordinal, cancellationToken);

    /// <summary>Those of the sites that are drained or disabled.</summary>
    public static async Task<List<string>> UnavailableAtAsync(
        FeaturizerDatabase database, string[] sites, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var said = await database.Database.SqlQuery<Said>(
            $"""
            select distinct on (site) site, status as word from featurizer.site_status
            where site = any({sites}) and effective_at <= {at} and status is not null
            order by site, effective_at desc, source desc
            """).ToListAsync(cancellationToken);
        return [.. said.Where(status => status.Word is "drain" or "disabled").Select(status => status.Site)];
    }

    /// <summary>Those of the sites that had no status of any kind in the 24 hours up to a time.</summary>
    public static Task<List<string>> UnheardOfAtAsync(
        FeaturizerDatabase database, string[] sites, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.Database.SqlQuery<string>(
            $"""
            select site as "Value" from unnest({sites}) as named (site)
            where not exists (select from featurizer.site_status s
                where s.site = named.site and s.effective_at <= {at} and s.effective_at >= {at} - interval '24 hours')
            order by site collate "C"
            """).ToListAsync(cancellationToken);
}
