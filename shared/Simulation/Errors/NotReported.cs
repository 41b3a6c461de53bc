using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Simulation.Chance;
using WorkflowRecovery.Simulation.Facts;

namespace WorkflowRecovery.Simulation.Errors;

/// <summary>The marks of code -1: either at all places at once or at a few, most of them storages.</summary>
internal static class NotReported
{
    /// <summary>Part of the tasks that list -1 at all places: 13.0 % measured.</summary>
    public const double EverywhereShare = 0.13;

    /// <summary>Part of the remaining tasks with some -1; with their mean number it gives the measured 2.5 to 3 cells.</summary>
    public const double FewShare = 0.47;
    private const double FewMean = 7;

    private static readonly SiteFact[] AllPlaces = [.. SiteFact.All.Where(site => site.Everywhere)];

    private static readonly Weighted<SiteFact> Some = new(SiteFact.All.Select(site => (site, site.NotReportedWeight)));

    public static IEnumerable<MatrixCell> Cells(SeededRandom random, SitePool pool, bool everywhere)
    {
        var sites = new HashSet<SiteFact>();
        if (everywhere)
            sites.UnionWith(AllPlaces.Where(_ => !random.Chance(0.005)));
        if (everywhere || random.Chance(FewShare))
        {
            for (var count = everywhere ? random.Geometric(1) : 1 + random.Geometric(FewMean - 1); count > 0; count--)
                sites.Add(Some.Draw(random));
        }

        return sites.Select(site => new MatrixCell(SiteErrorMatrix.NotReported, site.Name, pool.ReadinessOf(site), 1));
    }
}
