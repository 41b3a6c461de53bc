using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Console.Cases.Matrix;

/// <summary>A column of the picture. A site that came with two readings has two.</summary>
/// <param name="Name">The site as reported; or how many have no column of their own.</param>
/// <param name="Group">T0 to T3, <c>other</c>, or <c>rest</c> for what was merged.</param>
/// <param name="Readiness">In a word; <c>not green</c> for bad sites that were merged.</param>
/// <param name="IsGood">Whether it is green.</param>
/// <param name="Errors">Failed jobs.</param>
/// <param name="Count">These and the marks of lost work.</param>
internal sealed record SiteColumn(string Name, string Group, string Readiness, bool IsGood, long Errors, long Count)
{
    private const string Rest = "rest";

    private bool IsMerged => Group == Rest;

    /// <summary>A sign for readers who tell no colours apart.</summary>
    public string Sign => Readiness switch { "green" => "●", "yellow" => "▲", "red" => "■", _ => IsMerged ? "…" : "?" };

    public static SiteColumn Of(string site, Readiness readiness, long errors, long count)
    {
        var tier = SiteCatalogue.Of(site).Tier;
        return new(site, tier == Tier.Other ? "other" : $"T{(int)tier}", readiness.ToName(), readiness.IsGood(), errors, count);
    }

    public static SiteColumn OfOthers(bool good, int sites, long errors, long count) =>
        new(good ? $"{sites} further good" : $"{sites} further bad", Rest, good ? "green" : "not green", good, errors, count);

    /// <summary>By tier, those that are not good first, then those of most jobs.</summary>
    public static IEnumerable<SiteColumn> Sort(IEnumerable<SiteColumn> columns) => columns
        .OrderBy(column => column.Group, StringComparer.Ordinal) // Capitals come before small letters: T0 to T3, other, rest.
        .ThenBy(column => column.IsGood)
        .ThenByDescending(column => column.Errors)
        .ThenByDescending(column => column.Count)
        .ThenBy(column => column.Name, StringComparer.Ordinal)
        .ThenBy(column => column.Readiness, StringComparer.Ordinal);
}
