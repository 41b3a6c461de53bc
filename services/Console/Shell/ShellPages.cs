using Microsoft.AspNetCore.Components.Routing;
using WorkflowRecovery.Console.People;

namespace WorkflowRecovery.Console.Shell;

/// <summary>The pages of the navigation.</summary>
internal static class ShellPages
{
    public static IReadOnlyList<ShellPage> All { get; } =
    [
        new("", "Queue", NavLinkMatch.All),
        new("sites", "Sites"),
        new("errors", "Error codes"),
        new("notes", "Notes"),
        new("models", "Models"),
        new("operations", "Operations"),
        new("audit", "Audit") { For = Role.Expert },
        new("people", "People") { For = Role.Admin },
    ];
}

internal sealed record ShellPage(string Href, string Title, NavLinkMatch Match = NavLinkMatch.Prefix)
{
    /// <summary>The lowest role that sees it.</summary>
    public Role For { get; init; } = Role.Viewer;
}
