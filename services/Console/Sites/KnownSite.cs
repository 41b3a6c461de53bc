using WorkflowRecovery.Console.Failures;

namespace WorkflowRecovery.Console.Sites;

/// <summary>A site with its state, its past and what failed there.</summary>
/// <param name="Name">The site.</param>
/// <param name="Readiness">Its readiness.</param>
/// <param name="Status">Whether it is enabled.</param>
/// <param name="Failures">What failed there; null when nothing did.</param>
internal sealed record KnownSite(string Name, SiteTimeline Readiness, SiteTimeline Status, SiteFailures? Failures)
{
    /// <summary>Those that failed most workflows first, then the others by name.</summary>
    public static IReadOnlyList<KnownSite> All(IEnumerable<SiteSaying> sayings, FailureTally failures, DateTimeOffset from, DateTimeOffset now)
    {
        var said = sayings.ToLookup(saying => (saying.Site, saying.Kind));
        var failed = failures.Sites.ToDictionary(site => site.Site, StringComparer.Ordinal);
        return [.. said.Select(saying => saying.Key.Site).Concat(failed.Keys)
            .Distinct(StringComparer.Ordinal)
            .Select(name => new KnownSite(
                name,
                SiteTimeline.Of([.. said[(name, SiteSaying.Readiness)]], from, now),
                SiteTimeline.Of([.. said[(name, SiteSaying.Status)]], from, now),
                failed.GetValueOrDefault(name)))
            .OrderBy(site => site.Failures?.Rank ?? int.MaxValue).ThenBy(site => site.Name, StringComparer.Ordinal)];
    }

    /// <summary>One of them, also when nothing is known of it.</summary>
    public static KnownSite Of(string name, IEnumerable<SiteSaying> sayings, FailureTally failures, DateTimeOffset from, DateTimeOffset now)
    {
        var said = sayings.ToLookup(saying => saying.Kind);
        return new(
            name, SiteTimeline.Of([.. said[SiteSaying.Readiness]], from, now), SiteTimeline.Of([.. said[SiteSaying.Status]], from, now), failures.Of(name));
    }
}
