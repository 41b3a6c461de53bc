using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Console.Sites;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Console.Cases.Sites;

/// <summary>The sites of a task, and how they stand.</summary>
internal static class SiteTimes
{
    public const int Days = 7;
    public const int MostSites = 60;

    /// <summary>The beginning of the time that is shown.</summary>
    public static DateTimeOffset Since(DateTimeOffset now) => now.AddDays(-Days);

    /// <summary>The sites of a task that matter most: those with failures, the most first, then those offered for recovery.</summary>
    public static IReadOnlyList<string> Chosen(SiteErrorMatrix matrix, IReadOnlyList<string> offered) =>
        [.. Failures(matrix).OrderByDescending(site => site.Value).ThenBy(site => site.Key, StringComparer.Ordinal).Select(site => site.Key)
            .Concat(offered.Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).Take(MostSites)];

    public static IReadOnlyList<SiteLine> Of(IReadOnlyList<string> sites, SiteErrorMatrix matrix, IReadOnlyList<string> offered, IReadOnlyList<SiteChangeRow> changes, DateTimeOffset now)
    {
        var errors = Failures(matrix);
        var atReport = matrix.Cells.GroupBy(cell => cell.Site).ToDictionary(cells => cells.Key, cells => cells.First().Readiness.ToName());
        var said = changes.OrderBy(change => change.EffectiveAt).ThenBy(change => change.Source, StringComparer.Ordinal).ToLookup(change => change.Site);
        return [.. sites.Select(site => new SiteLine(
            site,
            errors.GetValueOrDefault(site),
            offered.Contains(site, StringComparer.Ordinal),
            atReport.GetValueOrDefault(site),
            Timeline(said[site], SiteSaying.Readiness, change => change.Readiness, now),
            Timeline(said[site], SiteSaying.Status, change => change.Status, now)))];
    }

    private static SiteTimeline Timeline(IEnumerable<SiteChangeRow> changes, string kind, Func<SiteChangeRow, string?> word, DateTimeOffset now) => SiteTimeline.Of(
        [.. changes.Where(change => word(change) is not null).Select(change => new SiteSaying(change.Site, kind, change.EffectiveAt, word(change)!, change.Source))],
        Since(now),
        now);

    private static Dictionary<string, long> Failures(SiteErrorMatrix matrix) => matrix.Cells
        .GroupBy(cell => cell.Site)
        .ToDictionary(cells => cells.Key, cells => cells.Where(cell => cell.Code != SiteErrorMatrix.NotReported).Sum(cell => cell.Count));
}
