using Microsoft.Playwright;
using WorkflowRecovery.Browser.Tests.Hosting;

namespace WorkflowRecovery.Browser.Tests.Walks;

[Collection(InTheBrowser.Name)]
public sealed class ViewerTests(ConsoleInUse console)
{
    [Fact]
    public async Task A_viewer_sees_everything_about_a_workflow_and_may_order_nothing()
    {
        const string who = "onlooker";
        await using var visit = await Visit.BeginAsync(console, "viewer", who);
        var reported = Reports.OutOfMemory("viewed");
        await console.ReportAsync(reported);

        await Visit.SeesAsync(Places.RowOf(visit, reported.Workflow));
        await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = $"Select {reported.Workflow}" }).CheckAsync();
        await Visit.ReadsAsync(visit.Page.GetByRole(AriaRole.Region, new() { Name = "Selection" }), "Equal: ");
        Assert.Equal(0, await visit.Button("Order").CountAsync());
        Assert.Equal(0, await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Audit" }).CountAsync());

        await visit.OpenWorkflowAsync(reported.Workflow);
        await Visit.SeesAsync(visit.Page.GetByText("Only operators may order."));
        Assert.Equal(0, await visit.Button("Accept").CountAsync());
        Assert.Empty(visit.Troubles);

        var refused = await visit.Page.GotoAsync(new Uri(console.Address, "audit").AbsoluteUri);
        Assert.Equal(403, refused!.Status);
        await Visit.ReadsAsync(visit.Page.Locator("main"), "which may not see this");
        Assert.Equal(["signed-in", "denied"], (await console.Audit.OfAsync(who)).Select(line => line.What));
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_says_so()
    {
        await using var visit = await Visit.BeginAsync(console, "viewer", "lost");

        await visit.OpenAsync("no/such/page");

        await Visit.ReadsAsync(visit.Page.Locator("main"), "There is no such page.");
    }

    [Fact]
    public async Task Nobody_sees_anything_before_they_signed_in()
    {
        await using var context = await console.Browser.NewContextAsync();
        var page = await context.NewPageAsync();

        await page.GotoAsync(new Uri(console.Address, "sites").AbsoluteUri);

        Assert.StartsWith(new Uri(console.Address, "sign-in").AbsoluteUri, page.Url, StringComparison.Ordinal);
    }
}
