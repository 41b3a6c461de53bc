using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Simulation.Sites;

/// <summary>Readiness and status of every tracked site over time: what explains good and bad in the matrices.</summary>
public sealed class SiteTimeline
{
    private readonly Dictionary<string, SiteChange[]> _bySite;

    internal SiteTimeline(IEnumerable<SiteChange> changes)
    {
        Changes = [.. changes.OrderBy(change => change.EffectiveAt).ThenBy(change => change.Site, StringComparer.Ordinal)];
        _bySite = Changes.GroupBy(change => change.Site).ToDictionary(site => site.Key, site => site.ToArray());
    }

    /// <summary>All changes in time order; each tracked site has one before the first request.</summary>
    public IReadOnlyList<SiteChange> Changes { get; }

    /// <summary>The timeline that <see cref="HistorySimulation.Records"/> with the same options saw.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The options make no sense.</exception>
    public static SiteTimeline Of(SimulationOptions options) => new(SiteLife.Changes(SimulationOptions.Check(options)));

    /// <summary>Readiness at a time; <see cref="Readiness.None"/> for a name that is not tracked.</summary>
    public Readiness ReadinessAt(string site, DateTimeOffset time) => At(site, time)?.Readiness ?? Readiness.None;

    /// <summary>Status at a time; null for a name that is not tracked.</summary>
    public string? StatusAt(string site, DateTimeOffset time) => At(site, time)?.Status;

    internal SiteChange? At(string site, DateTimeOffset time)
    {
        if (!_bySite.TryGetValue(site, out var changes))
            return null;

        var (low, high) = (0, changes.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (changes[middle].EffectiveAt <= time)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? null : changes[low - 1];
    }
}
