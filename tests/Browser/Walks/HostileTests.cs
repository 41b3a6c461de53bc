using Microsoft.Playwright;
using WorkflowRecovery.Browser.Tests.Hosting;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.EndToEnd.Tests.Outside;

namespace WorkflowRecovery.Browser.Tests.Walks;

[Collection(InTheBrowser.Name)]
public sealed class HostileTests(ConsoleInUse console)
{
    private const string Attack = """'"></title></text></svg></textarea><script>alert(1)</script><img src=http://evil.invalid/x onerror=alert(2)><svg onload=alert(3)>""";

    private static readonly string Workflow = $"evil {Attack} {{{{7*7}}}} javascript:alert(4)";
    private static readonly string Site = $"T2_US_MIT{Attack}";

    [Fact]
    public async Task Hostile_names_and_log_texts_are_shown_as_they_are_and_do_nothing()
    {
        await using var visit = await Visit.BeginAsync(console, "admin", "guarded");
        var reported = Hostile();
        await console.ReportAsync(reported);

        await Visit.SeesAsync(Places.RowOf(visit, Workflow));
        await NothingHappensAsync(visit);

        await Places.RowOf(visit, Workflow).GetByRole(AriaRole.Link).ClickAsync();
        await Visit.SeesAsync(visit.Page.GetByRole(AriaRole.Heading, new() { Name = Workflow, Level = 1 }));
        await visit.Page.GetByText("Escalate or wait").ClickAsync();
        await visit.Page.Locator("section[aria-labelledby=logs] summary").First.ClickAsync();
        await Visit.ReadsAsync(visit.Page.Locator("section[aria-labelledby=logs]"), Attack);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
        await Visit.ReadsAsync(visit.Page.GetByRole(AriaRole.Region, new() { Name = "Failed jobs as a table" }), Site);
        await visit.Button("Preview").ClickAsync();
        await Visit.SeesAsync(visit.Page.GetByRole(AriaRole.Region, new() { Name = "What will be published" }));
        await NothingHappensAsync(visit);

        foreach (var page in new[] { $"sites/{Uri.EscapeDataString(Site)}", "sites", "errors/50660", $"?q={Uri.EscapeDataString(Attack)}", $"audit?who={Uri.EscapeDataString(Attack)}" })
        {
            await visit.OpenAsync(page);
            await NothingHappensAsync(visit);
        }
    }

    private static WorkflowAssistanceRequested Hostile()
    {
        var usual = Reports.OutOfMemory("hostile");
        return usual with
        {
            Workflow = Workflow,
            Task = $"/{Workflow}/{Attack}",
            Campaign = Attack,
            PrepId = Attack,
            RequestType = null,
            Errors = [Events.Row(50660, Site, 40, "green"), .. usual.Errors],
            Sites = [Site, .. Reports.Offered],
            Logs = [new() { Code = 50660, Site = Site, Text = Attack }, new() { Code = 50660, Site = "T2_US_MIT", Text = $"root://x//store/{Attack}.root \u001b[31m \u202e" }],
        };
    }

    private static async Task NothingHappensAsync(Visit visit)
    {
        Assert.Equal(0, await visit.Page.Locator("img, [onerror], [onload], a[href^='javascript'], a[href*='evil.invalid/x onerror']").CountAsync());
        Assert.Equal(2, await visit.Page.Locator("script").CountAsync());
        Assert.Empty(visit.Troubles);
    }
}
