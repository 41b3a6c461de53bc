using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Console.Cases.Sites;

/// <summary>
/// From what was said of sites to how they stand: of the changes up to a time that say something, the one with the greatest effectiveAt
/// counts, of those of one time the one with the greatest source (ordinal).
/// </summary>
internal static class SiteTimes
{
    public const int Slots = 28;
    public const int SlotHours = 6;
    public const int MostSites = 60;

    /// <summary>The beginning of the time that is shown.</summary>
    public static DateTimeOffset Since(DateTimeOffset now) => now.AddHours(-Slots * SlotHours);

    /// <summary>The sites of a task that matter most: those with failures, the most first, then those offered for recovery.</summary>
    public static IReadOnlyList<string> Chosen(SiteErrorMatrix matrix, IReadOnlyList<string> offered) =>
        [.. Failures(matrix).OrderByDescending(site => site.Value).ThenBy(site => site.Key, StringComparer.Ordinal).Select(site => site.Key)
            .Concat(offered.Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).Take(MostSites)];

    public static IReadOnlyList<SiteLine> Of(IReadOnlyList<string> sites, SiteErrorMatrix matrix, IReadOnlyList<string> offered, IReadOnlyList<SiteChangeRow> changes, DateTimeOffset now)
    {
        var errors = Failures(matrix);
        var atReport = matrix.Cells.GroupBy(cell => cell.Site).ToDictionary(cells => cells.Key, cells => cells.First().Readiness.ToName());
        var said = changes.ToLookup(change => change.Site);
        return [.. sites.Select(site => new SiteLine(
            site,
            errors.GetValueOrDefault(site),
            offered.Contains(site, StringComparer.Ordinal),
            atReport.GetValueOrDefault(site),
            At(said[site], now, change => change.Readiness),
            At(said[site], now, change => change.Status),
            [.. Enumerable.Range(1, Slots).Select(slot => Since(now).AddHours(slot * SlotHours)).Select(until => new SiteSlot(until, At(said[site], until, change => change.Readiness)))]))];
    }

    private static string? At(IEnumerable<SiteChangeRow> changes, DateTimeOffset at, Func<SiteChangeRow, string?> word) => changes
        .Where(change => change.EffectiveAt <= at && word(change) is not null)
        .OrderBy(change => change.EffectiveAt).ThenBy(change => change.Source, StringComparer.Ordinal)
        .Select(word).LastOrDefault();

    private static Dictionary<string, long> Failures(SiteErrorMatrix matrix) => matrix.Cells
        .GroupBy(cell => cell.Site)
        .ToDictionary(cells => cells.Key, cells => cells.Where(cell => cell.Code != SiteErrorMatrix.NotReported).Sum(cell => cell.Count));
}
