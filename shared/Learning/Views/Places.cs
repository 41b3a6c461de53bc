using System.Collections.Frozen;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Learning.Views;

/// <summary>The sites as columns: the catalogue's names in ordinal order, then one bucket per tier for any other name.</summary>
internal static class Places
{
    private static readonly FrozenDictionary<string, Place> Known = SiteCatalogue.Known.Index()
        .ToFrozenDictionary(site => site.Item, site => new Place(site.Index, SiteCatalogue.Of(site.Item).Tier, SiteCatalogue.Of(site.Item).Kind));

    public static IReadOnlyList<string> TierNames { get; } = ["T0", "T1", "T2", "T3", "other"];

    public static IReadOnlyList<string> Names { get; } = [.. SiteCatalogue.Known, .. TierNames.Select(tier => $"{tier}*")];

    /// <summary>Where a site belongs, as <see cref="SiteCatalogue.Of"/> reads its name but without reading known ones again.</summary>
    public static Place Of(string site)
    {
        if (Known.TryGetValue(site, out var place))
            return place;

        var read = SiteCatalogue.Of(site);
        return Known.TryGetValue(read.Name, out place) ? place : new(Known.Count + (int)read.Tier, read.Tier, read.Kind);
    }
}

/// <param name="Column">Index into <see cref="Places.Names"/>.</param>
/// <param name="Tier">The tier.</param>
/// <param name="Kind">Compute, storage or neither.</param>
internal sealed record Place(int Column, Tier Tier, SiteKind Kind);
