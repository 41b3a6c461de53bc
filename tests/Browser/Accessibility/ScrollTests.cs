using WorkflowRecovery.Browser.Tests.Hosting;

namespace WorkflowRecovery.Browser.Tests.Accessibility;

[Collection(InTheBrowser.Name)]
public sealed class ScrollTests(ConsoleInUse console)
{
    [Fact]
    public async Task A_page_longer_than_the_window_is_scrolled_by_the_wheel()
    {
        await using var visit = await Visit.BeginAsync(console, "viewer", "scrolls", new() { ViewportSize = new() { Width = 1280, Height = 500 } });
        var reported = Reports.OutOfMemory("long");
        await console.ReportAsync(reported);
        await visit.OpenWorkflowAsync(reported.Workflow);
        await Visit.SeesAsync(visit.Page.Locator("svg.cells"));

        await visit.Page.Mouse.MoveAsync(600, 300);
        await visit.Page.Mouse.WheelAsync(0, 400);

        await visit.Page.WaitForFunctionAsync("() => window.scrollY > 0");
    }
}
