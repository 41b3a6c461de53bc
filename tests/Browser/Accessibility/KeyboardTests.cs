using Microsoft.Playwright;
using WorkflowRecovery.Browser.Tests.Hosting;

namespace WorkflowRecovery.Browser.Tests.Accessibility;

[Collection(InTheBrowser.Name)]
public sealed class KeyboardTests(ConsoleInUse console)
{
    private const int MostSteps = 300;

    [Fact]
    public async Task An_order_is_given_and_taken_back_without_a_mouse()
    {
        await using var visit = await Visit.BeginAsync(console, "operator", "keys-only");
        var reported = Reports.OutOfMemory("keyboard");
        await console.ReportAsync(reported);
        await Visit.SeesAsync(visit.Page.Locator($"tr[data-workflow='{reported.Workflow}']"));

        await PressUntilAsync(visit, "j", $"element => element.dataset.workflow === '{reported.Workflow}'");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Visit.SeesAsync(visit.Page.GetByRole(AriaRole.Heading, new() { Name = reported.Workflow, Level = 1 }));
        await Visit.SeesAsync(visit.Button("Accept"));
        await PressUntilAsync(visit, "Tab", "element => element.localName === 'fluent-button' && element.textContent.includes('Accept')");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Visit.ReadsAsync(visit.Page.Locator("p.order-status"), "is sent in");
        await PressUntilAsync(visit, "Tab", "element => element.localName === 'fluent-button' && element.textContent.includes('Undo')");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Visit.ReadsAsync(visit.Page.Locator("p.order-status"), "was taken back");
    }

    [Fact]
    public async Task The_cells_of_a_matrix_are_reached_by_tab_and_arrows()
    {
        await using var visit = await Visit.BeginAsync(console, "viewer", "reads-by-keys");
        var reported = Reports.OutOfMemory("cells");
        await console.ReportAsync(reported);
        await visit.OpenWorkflowAsync(reported.Workflow);
        var cells = visit.Page.Locator("svg.cells [role=gridcell]");
        await Visit.SeesAsync(cells.First);

        await PressUntilAsync(visit, "Tab", "element => element.getAttribute('role') === 'gridcell'");
        await Assertions.Expect(cells.Nth(0)).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(cells.Nth(1)).ToBeFocusedAsync(new() { Timeout = 60_000 });
    }

    private static async Task PressUntilAsync(Visit visit, string key, string isThere)
    {
        for (var step = 0; step < MostSteps; step++)
        {
            await visit.Page.Keyboard.PressAsync(key);
            if (await visit.Page.EvaluateAsync<bool>($"() => ({isThere})(document.activeElement)"))
                return;
        }

        Assert.Fail($"{MostSteps} times {key} did not lead there: {isThere}");
    }
}
