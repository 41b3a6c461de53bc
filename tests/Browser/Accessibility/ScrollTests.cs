using Microsoft.Playwright;
using WorkflowRecovery.Browser.Tests.Hosting;
using WorkflowRecovery.EndToEnd.Tests.Outside;

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

    /// <summary>Where a row lies is reckoned from their height: rows of different heights hide the first ones.</summary>
    [Fact]
    public async Task The_newest_workflow_is_the_first_row_and_rows_are_of_one_height_whatever_they_hold()
    {
        await using var visit = await Visit.BeginAsync(console, "viewer", "looks");
        await console.ReportAsync(Reports.OutOfMemory("short"));
        var reported = Reports.OutOfMemory(string.Join('_', Enumerable.Repeat("a_name_of_many_lines", 8)));
        await console.ReportAsync(reported with { Errors = [.. reported.Errors, .. Enumerable.Range(8001, 20).Select(code => Events.Row(code, "T2_US_MIT", 300, "green"))] });

        await visit.OpenAsync("?sort=newest");

        await Assertions.Expect(visit.Page.Locator("tbody tr[data-workflow]").First).ToHaveAttributeAsync("data-workflow", reported.Workflow, new() { Timeout = 60_000 });
        Assert.Single(await visit.Page.EvaluateAsync<int[]>(
            "() => [...new Set([...document.querySelectorAll('tbody tr[data-workflow]')].map(row => Math.round(row.getBoundingClientRect().height)))]"));
    }
}
