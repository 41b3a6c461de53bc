using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Simulation.Chance;
using WorkflowRecovery.Simulation.Facts;

namespace WorkflowRecovery.Simulation.Errors;

/// <summary>The sites that one workflow ran at, with their readiness when it asked for assistance.</summary>
internal sealed class SitePool
{
    private const int Tries = 16;

    private static readonly Weighted<SiteFact> Traffic = new(SiteFact.All
        .Where(site => site.Kind == PlaceKind.Tracked)
        .Select(site => (site, site.ErrorWeight)));

    private static readonly Weighted<SiteFact> Pseudo = new(SiteFact.All
        .Where(site => site.Kind == PlaceKind.Pseudo)
        .Select(site => (site, site.ErrorWeight)));

    private readonly Dictionary<string, Readiness> _readiness;
    private readonly Weighted<SiteFact> _good;
    private readonly Weighted<SiteFact> _bad;

    /// <param name="random">The sequence of chance.</param>
    /// <param name="readinessOf">Readiness of a site at the time.</param>
    /// <param name="weightOf">How much more often than usual this workflow meets a tier.</param>
    public SitePool(SeededRandom random, Func<string, Readiness> readinessOf, Func<char, double> weightOf)
    {
        Home = new HashSet<SiteFact>(Enumerable.Range(0, 2 + random.Geometric(8)).Select(_ => Traffic.Draw(random)));
        _readiness = SiteFact.All.ToDictionary(site => site.Name, site => readinessOf(site.Name));
        var weights = SiteFact.All
            .Where(site => site.Kind != PlaceKind.Pseudo)
            .Select(site => (Site: site, Weight: site.ErrorWeight * (Home.Contains(site) ? 12 : 1) * weightOf(site.Tier)))
            .ToLookup(weight => _readiness[weight.Site.Name].IsGood());
        _good = new(weights[true]);
        _bad = new(weights[false]);
    }

    /// <summary>Where most of the workflow ran.</summary>
    public IReadOnlySet<SiteFact> Home { get; }

    public Readiness ReadinessOf(SiteFact site) => _readiness[site.Name];

    /// <summary>A site, not among those used, where this code occurs; null when chance finds none.</summary>
    public SiteFact? Draw(SeededRandom random, CodeFact code, IReadOnlySet<SiteFact> used)
    {
        var good = random.Chance(code.GoodShare);
        var tiers = good ? code.GoodTiers : code.BadTiers;
        var sites = good ? _good : _bad;
        if (!good && tiers.Contains('x') && random.Chance(code.MostlyWithoutSite ? tiers.Length > 1 ? 0.97 : 1 : 0.5))
            sites = Pseudo;
        for (var attempt = 0; attempt < Tries && !sites.IsEmpty; attempt++)
        {
            var site = sites.Draw(random);
            if (tiers.Contains(site.Tier) && !used.Contains(site))
                return site;
        }

        return null;
    }
}
