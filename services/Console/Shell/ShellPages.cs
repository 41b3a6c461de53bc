using Microsoft.AspNetCore.Components.Routing;

namespace WorkflowRecovery.Console.Shell;

/// <summary>The pages of the navigation.</summary>
internal static class ShellPages
{
    public static IReadOnlyList<ShellPage> All { get; } =
    [
        new("", "Queue", NavLinkMatch.All),
        new("sites", "Sites"),
        new("errors", "Error codes"),
        new("models", "Models"),
        new("operations", "Operations"),
    ];
}

internal sealed record ShellPage(string Href, string Title, NavLinkMatch Match = NavLinkMatch.Prefix);
