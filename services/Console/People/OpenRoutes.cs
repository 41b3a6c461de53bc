using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;

namespace WorkflowRecovery.Console.People;

/// <summary>The routes that ask for no role, each for a reason; a route that is not here and asks for none keeps the console from starting.</summary>
internal static class OpenRoutes
{
    private static readonly HashSet<string> Patterns =
    [
        // For whoever restarts services.
        "/health/live",
        "/health/ready",
        // How one gets a role.
        "/sign-in",
        "/sign-in/refused",
        "/sign-in/openid",
        DevelopmentSignIn.Path,
        // The message holds a key.
        "/reportaction",
    ];

    /// <summary>Routes that are open though nobody said that they may be.</summary>
    public static IReadOnlyList<string> Unexpected(IEnumerable<Endpoint> endpoints) =>
        [.. endpoints.OfType<RouteEndpoint>().Where(route => IsOpen(route) && !IsFile(route) && !Patterns.Contains(Pattern(route))).Select(Pattern)];

    /// <summary>Every route, to be looked at by a test.</summary>
    public static bool IsOpen(Endpoint route) => route.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    // Style sheets, scripts and pictures, which hold no data.
    private static bool IsFile(RouteEndpoint route) => route.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    private static string Pattern(RouteEndpoint route) => "/" + route.RoutePattern.RawText?.TrimStart('/');
}
