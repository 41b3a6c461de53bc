using System.Collections.Frozen;

namespace WorkflowRecovery.Domain.Sites;

/// <summary>
/// Reads site names by rule, so that a name never heard of has a tier and a kind too, and knows the names that occur in
/// the recorded actions of 2017-2019.
/// </summary>
public static class SiteCatalogue
{
    private static readonly string[] StorageEndings = ["_Disk", "_MSS", "_Export", "_Buffer", "CERNBOX"];
    private static readonly FrozenSet<string> PseudoNames = FrozenSet.Create("", "null", "Unknown", "NoReportedSite");

    /// <summary>The known names, pseudo-sites included, in ordinal order.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Embedded.Lines("Sites/sites.txt").Order(StringComparer.Ordinal)];

    private static readonly FrozenSet<string> KnownSet = Known.ToFrozenSet();

    /// <summary>Whether the name, white space aside, is among <see cref="Known"/>.</summary>
    public static bool IsKnown(string? name) => KnownSet.Contains(Normalize(name));

    /// <summary>
    /// The name without surrounding white space, the no-break space (U+00A0) included: the records hold names typed
    /// with one. Null becomes the empty name.
    /// </summary>
    public static string Normalize(string? name) => name?.Trim() ?? "";

    /// <summary>Reads any name.</summary>
    public static Site Of(string? name)
    {
        var normal = Normalize(name);
        var tier = TierOf(normal);
        return new(normal, tier, CountryOf(normal, tier), KindOf(normal));
    }

    /// <summary>The second letter as a digit, else <see cref="Tier.Other"/>: the rule of the published tier network.</summary>
    private static Tier TierOf(string name) =>
        name.Length > 1 && name[1] is >= '0' and <= '3' ? (Tier)(name[1] - '0') : Tier.Other;

    private static string? CountryOf(string name, Tier tier)
    {
        if (tier == Tier.Other)
            return null;

        var parts = name.Split('_', 3);
        return parts.Length > 1 && parts[1].Length == 2 && parts[1].All(char.IsAsciiLetterUpper) ? parts[1] : null;
    }

    private static SiteKind KindOf(string name)
    {
        if (PseudoNames.Contains(name))
            return SiteKind.Pseudo;

        return StorageEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
            ? SiteKind.Storage
            : SiteKind.Compute;
    }
}
