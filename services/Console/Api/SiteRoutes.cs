using Microsoft.AspNetCore.Http.HttpResults;
using WorkflowRecovery.Console.Sites;

namespace WorkflowRecovery.Console.Api;

/// <summary>What holds of sites now.</summary>
internal static class SiteRoutes
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/sites", ListAsync).WithSummary("All sites that something was said of, with what holds now.");

    private static async Task<Ok<IReadOnlyList<SiteAnswer>>> ListAsync(SiteReader sites, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var said = await sites.AllAsync(only: null, now, now, cancellation);
        return TypedResults.Ok<IReadOnlyList<SiteAnswer>>([.. said.GroupBy(one => one.Site, StringComparer.Ordinal).Select(SiteAnswer.Of)]);
    }
}

/// <summary>A site.</summary>
/// <param name="Site">Its name.</param>
/// <param name="Readiness"><c>green</c>, <c>yellow</c>, <c>red</c> or <c>none</c>; null when nobody has said.</param>
/// <param name="ReadinessSince">Since when.</param>
/// <param name="Status"><c>enabled</c>, <c>drain</c>, <c>disabled</c> or <c>test</c>; null when nobody has said.</param>
/// <param name="StatusSince">Since when.</param>
internal sealed record SiteAnswer(string Site, string? Readiness, DateTimeOffset? ReadinessSince, string? Status, DateTimeOffset? StatusSince)
{
    public static SiteAnswer Of(IGrouping<string, SiteSaying> site)
    {
        var (readiness, status) = (site.LastOrDefault(said => said.Kind == SiteSaying.Readiness), site.LastOrDefault(said => said.Kind == SiteSaying.Status));
        return new(site.Key, readiness?.Word, readiness?.EffectiveAt, status?.Word, status?.EffectiveAt);
    }
}
