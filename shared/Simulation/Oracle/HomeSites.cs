using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Simulation.Facts;

namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>
/// How probably each site is one where the workflow mostly ran: from the sites that were drawn, those that were not, and those
/// that are offered. Sites are taken as independent once it is known how far each draw went; that is gone through three
/// times, so it is near the truth, not exact.
/// </summary>
internal sealed class HomeSites
{
    /// <summary>How much more often a home site is met, less one.</summary>
    public const double More = 11;

    private const int Passes = 3;

    /// <summary>Log odds of what cannot be otherwise.</summary>
    private const double Certain = 40;

    private const double OfferedShare = 0.35;
    private const double MeanFurther = 8;

    private static readonly Dictionary<string, double> Prior = PriorOf([.. SiteFact.All.Where(site => site.Kind == PlaceKind.Tracked)]);

    private readonly Dictionary<string, double> _home = [];

    private HomeSites(IReadOnlyList<SiteDraws> draws, IReadOnlyList<SimulatedTask> tasks)
    {
        foreach (var (site, share) in Prior)
            _home[site] = share;
        var offers = Prior.Keys.ToDictionary(site => site, site => OffersOf(site, tasks));
        for (var pass = 0; pass < Passes; pass++)
        {
            var odds = draws.SelectMany(draw => draw.HomeOdds(this)).GroupBy(odd => odd.Site).ToDictionary(site => site.Key, site => site.Sum(odd => odd.LogOdds));
            foreach (var (site, share) in Prior)
                _home[site] = 1 / (1 + Math.Exp(-(Math.Log(share / (1 - share)) + offers[site] + odds.GetValueOrDefault(site))));
        }
    }

    public static HomeSites Of(IReadOnlyList<SiteDraws> draws, IReadOnlyList<SimulatedTask> tasks) => new(draws, tasks);

    /// <summary>Mean weight of a site in a draw, apart from its tier.</summary>
    public double WeightOf(SiteFact site) => site.ErrorWeight * (1 + (More * _home.GetValueOrDefault(site.Name)));

    private static double OffersOf(string site, IReadOnlyList<SimulatedTask> tasks)
    {
        var odds = 0.0;
        foreach (var task in tasks)
        {
            var failed = task.Matrix.Cells.Any(cell => cell.Code != SiteErrorMatrix.NotReported && cell.Site == site);
            if (!failed)
                odds += task.OfferedSites.Contains(site) ? Certain : Math.Log(1 - OfferedShare);
        }

        return odds;
    }

    /// <summary>Two sites and a geometric number of further ones are drawn, with replacement.</summary>
    private static Dictionary<string, double> PriorOf(IReadOnlyList<SiteFact> tracked)
    {
        var total = tracked.Sum(site => site.ErrorWeight);
        return tracked.Where(site => site.ErrorWeight > 0).ToDictionary(site => site.Name, site =>
        {
            var miss = 1 - (site.ErrorWeight / total);
            return 1 - (miss * miss / (1 + (MeanFurther * (1 - miss))));
        });
    }
}
