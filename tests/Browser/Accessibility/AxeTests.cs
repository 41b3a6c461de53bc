using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using WorkflowRecovery.Browser.Tests.Hosting;

namespace WorkflowRecovery.Browser.Tests.Accessibility;

[Collection(InTheBrowser.Name)]
public sealed class AxeTests(ConsoleInUse console)
{
    private static readonly string[] Grave = ["serious", "critical"];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task No_page_keeps_anybody_out(ColorScheme scheme)
    {
        await using var visit = await Visit.BeginAsync(console, "admin", $"axe-{scheme}", new() { ColorScheme = scheme, ViewportSize = new() { Width = 1280, Height = 900 } });
        var found = new List<string>();
        foreach (var page in await Pages.WithContentAsync(console, Reports.OutOfMemory($"axe-{scheme}")))
        {
            await visit.OpenAsync(page);
            await Visit.SeesAsync(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }));
            var result = await visit.Page.RunAxe();
            found.AddRange(
                from violation in result.Violations
                where Grave.Contains(violation.Impact)
                from node in violation.Nodes
                select $"/{page} {violation.Id}: {node.Html}");
        }

        Assert.True(found.Count == 0, string.Join("\n", found.Distinct()));
    }
}
