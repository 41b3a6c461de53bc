using System.Collections.Immutable;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Simulation.Chance;
using WorkflowRecovery.Simulation.Facts;

namespace WorkflowRecovery.Simulation.Actions;

/// <summary>Which sites the recovery document offers and which of them the operator ticks.</summary>
/// <param name="Offered">Compute sites of the errors, and some that the workflow ran at.</param>
/// <param name="Ordered">Those of them that are not drained; all, when all are.</param>
internal sealed record RecoverySites(IReadOnlyList<string> Offered, IReadOnlyList<string> Ordered)
{
    private static readonly HashSet<string> Compute =
        [.. SiteFact.All.Where(site => site.Kind == PlaceKind.Tracked).Select(site => site.Name)];

    public static RecoverySites For(SeededRandom random, SiteErrorMatrix matrix, IEnumerable<string> home, Func<string, string?> statusOf)
    {
        var failed = matrix.Cells
            .Where(cell => cell.Code != SiteErrorMatrix.NotReported && Compute.Contains(cell.Site))
            .Select(cell => cell.Site);
        var ran = home.ToArray();
        var offered = failed.Concat(ran.Where(_ => random.Chance(0.35))).Append(ran[0]).ToImmutableSortedSet(StringComparer.Ordinal);
        var open = offered.Where(site => statusOf(site) is "enabled" or "test").ToArray();
        return new([.. offered], open.Length > 0 ? open : [.. offered]);
    }
}
