using Microsoft.EntityFrameworkCore;
using WorkflowRecovery.Console.Storage;

namespace WorkflowRecovery.Console.Sites;

/// <summary>Reads what was said of sites: what held at a time, and every change since.</summary>
internal sealed class SiteReader(IDbContextFactory<ConsoleDatabase> databases)
{
    /// <summary>Changes that a page shows at most.</summary>
    private const int MostChanges = 20_000;

    /// <summary>Of all sites, or of one only, in the order in which they hold. Where a word is said again, only the first time counts.</summary>
    public async Task<IReadOnlyList<SiteSaying>> AllAsync(string? only, DateTimeOffset from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Database.SqlQuery<SiteSaying>(
            $"""
            with recursive site (site) as (
                (select site from featurizer.site_change order by site limit 1)
                union all
                select (select c.site from featurizer.site_change c where c.site > s.site order by c.site limit 1) from site s where s.site is not null),
            wanted as (select site from site where site is not null and ({only}::text is null or site = {only}))
            select site, kind, effective_at, word, source from (
                select site, 'readiness' as kind, b.effective_at, b.word, b.source from wanted cross join lateral (
                    select effective_at, readiness as word, source from featurizer.site_change c
                    where c.site = wanted.site and readiness is not null and effective_at <= {from}
                    order by effective_at desc, source desc limit 1) b
                union all
                select site, 'status', b.effective_at, b.word, b.source from wanted cross join lateral (
                    select effective_at, status as word, source from featurizer.site_change c
                    where c.site = wanted.site and status is not null and effective_at <= {from}
                    order by effective_at desc, source desc limit 1) b
                union all
                select site, 'readiness', c.effective_at, c.word, c.source from wanted cross join lateral (
                    select effective_at, source, readiness as word, lag(readiness) over (order by effective_at, source) as before
                    from featurizer.site_change c
                    where c.site = wanted.site and readiness is not null and effective_at > {from} and effective_at <= {now}) c
                where c.word is distinct from c.before
                union all
                select site, 'status', c.effective_at, c.word, c.source from wanted cross join lateral (
                    select effective_at, source, status as word, lag(status) over (order by effective_at, source) as before
                    from featurizer.site_change c
                    where c.site = wanted.site and status is not null and effective_at > {from} and effective_at <= {now}) c
                where c.word is distinct from c.before) change
            order by site, kind, effective_at, source
            limit {MostChanges}
            """).ToListAsync(cancellationToken);
    }

    /// <summary>The newest of one site, the last first, with everything that was said.</summary>
    public async Task<IReadOnlyList<SiteSaying>> OfAsync(string site, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Database.SqlQuery<SiteSaying>(
            $"""
            select site, kind, effective_at, word, source
            from (select * from featurizer.site_change where site = {site} and effective_at <= {now} order by effective_at desc, source desc limit {most}) newest
            cross join lateral (values ('readiness', readiness), ('status', status)) said (kind, word)
            where word is not null
            order by effective_at desc, source desc, kind
            """).ToListAsync(cancellationToken);
    }
}
