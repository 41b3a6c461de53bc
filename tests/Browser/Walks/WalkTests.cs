using Microsoft.Playwright;
using WorkflowRecovery.Browser.Tests.Hosting;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.EndToEnd.Tests.Outside;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Browser.Tests.Walks;

[Collection(InTheBrowser.Name)]
public sealed class WalkTests(ConsoleInUse console)
{
    private const string Who = "walker";

    [Fact]
    public async Task An_operator_reads_accepts_changes_bans_answers_in_bulk_and_takes_back_and_all_of_it_is_published_and_written_down()
    {
        await using var visit = await Visit.BeginAsync(console, "operator", Who);
        var tasks = Enumerable.Range(1, 7).Select(number => Reports.OutOfMemory($"walk-{number}")).ToList();
        await SeeThemComeAsync(visit, tasks);

        var proposed = await AcceptAsync(visit, tasks[0]);
        await ChangeMemoryAsync(visit, tasks[1]);
        await BanAsync(visit, tasks[2]);
        await TakeBackAsync(visit, tasks[3]);
        await AnswerAtOnceAsync(visit, tasks[4..]);

        await ApprovedAsync(tasks.Where(task => task != tasks[3]));
        Assert.Equal(proposed, ApprovalOf(tasks[0]).MemoryMb);
        Assert.Equal(9500, ApprovalOf(tasks[1]).MemoryMb);
        Assert.Equal(("ban", "T2_US_MIT"), (ApprovalOf(tasks[2]).Sites.Mode, Assert.Single(ApprovalOf(tasks[2]).Sites.List)));
        Assert.Equal(["T1_US_FNAL", "T2_CH_CERN", "T2_DE_DESY"], ApprovalOf(tasks[2]).Sites.Resolved.Order(StringComparer.Ordinal));
        Assert.All(tasks[4..], task => Assert.Equal(proposed, ApprovalOf(task).MemoryMb));
        Assert.DoesNotContain(console.Outside.Recommendations, heard => heard.Said.Task == tasks[3].Task && heard.Said.Revision > 1);
        await RecordedAreThoseOrderedAsync(tasks);

        await AskBackAsync(visit, tasks[0]);
        await WrittenDownAsync(tasks);
        Assert.Empty(visit.Troubles);
    }

    /// <summary>The page is open before anything was reported.</summary>
    private async Task SeeThemComeAsync(Visit visit, List<WorkflowAssistanceRequested> tasks)
    {
        foreach (var task in tasks)
            Assert.Equal("acdc", (await console.ReportAsync(task)).Action);
        foreach (var task in tasks)
            await Visit.SeesAsync(Places.RowOf(visit, task.Workflow));
        await Visit.ReadsAsync(visit.Page.Locator("p.arrivals"), "in assistance");
        await Visit.ReadsAsync(Places.RowOf(visit, tasks[0].Workflow), "50660 × 412");
    }

    private static async Task<int?> AcceptAsync(Visit visit, WorkflowAssistanceRequested task)
    {
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = task.Workflow, Exact = true }).ClickAsync();
        await Visit.SeesAsync(visit.Page.GetByRole(AriaRole.Heading, new() { Name = task.Workflow, Level = 1 }));
        await ReadTheMatrixAsync(visit);
        var memory = int.Parse(await visit.Page.GetByLabel("Memory in MB").InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture);
        await visit.Button("Accept").ClickAsync();
        await Visit.ReadsAsync(Status(visit), $"ordered by {Who}, is sent in");
        return memory;
    }

    private static async Task ReadTheMatrixAsync(Visit visit)
    {
        var matrix = visit.Page.GetByRole(AriaRole.Grid, new() { Name = "Failed jobs by error code and site" });
        await Visit.SeesAsync(matrix);
        await Visit.SeesAsync(matrix.GetByRole(AriaRole.Gridcell, new() { Name = "T2_US_MIT, readiness green. 400 failed jobs." }));
        await Visit.SeesAsync(matrix.GetByRole(AriaRole.Gridcell, new() { Name = "T2_CH_CERN, readiness red. 12 failed jobs." }));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Show as table" }).ClickAsync();
        await Visit.SeesAsync(visit.Page.GetByRole(AriaRole.Region, new() { Name = "Failed jobs as a table" }).GetByRole(AriaRole.Cell, new() { Name = "400", Exact = true }));
    }

    private static async Task ChangeMemoryAsync(Visit visit, WorkflowAssistanceRequested task)
    {
        await visit.OpenWorkflowAsync(task.Workflow);
        await visit.Page.GetByLabel("Memory in MB").FillAsync("9500");
        await visit.Page.GetByLabel("Another").FillAsync("It needed as much last time.");
        await visit.Page.GetByLabel("Keep it in the library as").FillAsync("as last time");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Add the reason" }).ClickAsync();
        await Visit.SeesAsync(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Remove the reason It needed as much last time." }));
        await visit.Button("Order").ClickAsync();
        await Visit.ReadsAsync(Status(visit), "is sent in");
    }

    private static async Task BanAsync(Visit visit, WorkflowAssistanceRequested task)
    {
        await visit.OpenWorkflowAsync(task.Workflow);
        await visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Sites", Exact = true }).SelectOptionAsync("ban");
        await visit.Page.GetByLabel("Names of sites").FillAsync("T2_US_MIT");
        await visit.Page.GetByLabel("From the library").SelectOptionAsync("as last time");
        await visit.Button("Preview").ClickAsync();
        await Visit.ReadsAsync(visit.Page.GetByRole(AriaRole.Region, new() { Name = "What will be published" }), "\"ban\"");
        await visit.Button("Order").ClickAsync();
        await Visit.ReadsAsync(Status(visit), "is sent in");
    }

    private static async Task TakeBackAsync(Visit visit, WorkflowAssistanceRequested task)
    {
        await visit.OpenWorkflowAsync(task.Workflow);
        await visit.Button("Accept").ClickAsync();
        await Visit.ReadsAsync(Status(visit), "is sent in");
        await visit.Button("Undo").ClickAsync();
        await Visit.ReadsAsync(Status(visit), "was taken back before it was sent");
    }

    private static async Task AnswerAtOnceAsync(Visit visit, List<WorkflowAssistanceRequested> tasks)
    {
        await visit.OpenAsync("");
        foreach (var task in tasks)
            await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = $"Select {task.Workflow}" }).CheckAsync();
        await Visit.ReadsAsync(visit.Page.GetByRole(AriaRole.Region, new() { Name = "Selection" }), "Equal: ");
        await visit.Button("Order acdc").ClickAsync();
        await visit.Button($"for {tasks.Count} cases").ClickAsync();
        await Visit.SeesAsync(visit.Button($"Undo all {tasks.Count}"));
        foreach (var task in tasks)
            await Visit.ReadsAsync(Places.RowOf(visit, task.Workflow).Locator("[data-label=State]"), "Order");
    }

    private async Task AskBackAsync(Visit visit, WorkflowAssistanceRequested task)
    {
        await visit.OpenWorkflowAsync(task.Workflow);
        await Visit.ReadsAsync(Status(visit), "is published");
        await visit.Button("Undo").ClickAsync();
        await console.Outside.UntilAsync(received => received.Any(heard => heard.Said.Task == task.Task && heard.Said.Disposition == "withdrawn"));
        await Visit.ReadsAsync(Status(visit), "was withdrawn");
    }

    private Task ApprovedAsync(IEnumerable<WorkflowAssistanceRequested> tasks) => console.Outside.UntilAsync(received =>
        tasks.All(task => received.Any(heard => heard.Said.Task == task.Task && heard.Said.Disposition == "approved")));

    private RecoveryRecommended ApprovalOf(WorkflowAssistanceRequested task) =>
        console.Outside.Recommendations.Single(heard => heard.Said.Task == task.Task && heard.Said.Disposition == "approved").Said;

    /// <summary>What was ordered becomes a label only after it was approved.</summary>
    private async Task RecordedAreThoseOrderedAsync(List<WorkflowAssistanceRequested> tasks)
    {
        await Until.TrueAsync("every order but the one taken back is recorded", () => console.Recorded.Heard.Count(heard => heard.Operator == Who) >= tasks.Count - 1);
        var recorded = console.Recorded.Heard.Where(heard => heard.Operator == Who).ToList();
        Assert.Equal(
            tasks.Where(task => task != tasks[3]).Select(task => (Guid?)Events.IdOf(task)).Order(),
            recorded.Select(heard => heard.RecommendationId).Order());
        Assert.Equal(["It needed as much last time."], recorded.Single(heard => heard.RecommendationId == Events.IdOf(tasks[1])).Reasons);
    }

    private async Task WrittenDownAsync(List<WorkflowAssistanceRequested> tasks)
    {
        var lines = await console.Audit.OfAsync(Who);
        Assert.Equal(
            [
                ("signed-in", null),
                ("order-submitted", tasks[0].Workflow),
                ("reason-added", null),
                ("order-submitted", tasks[1].Workflow),
                ("order-submitted", tasks[2].Workflow),
                ("order-submitted", tasks[3].Workflow),
                ("order-undone", tasks[3].Workflow),
                ("order-submitted", tasks[4].Workflow),
                ("order-submitted", tasks[5].Workflow),
                ("order-submitted", tasks[6].Workflow),
                ("order-undo-asked", tasks[0].Workflow),
            ],
            [.. lines.Take(7).Select(Brief), .. lines.Skip(7).Take(3).Select(Brief).Order(), .. lines.Skip(10).Select(Brief)]);
        Assert.All(lines, line => Assert.Equal("operator", line.Role));
        Assert.All(lines.Where(line => line.What == "order-submitted"), line => Assert.Contains("\"acdc\"", line.Shown, StringComparison.Ordinal));
    }

    private static (string What, string? Workflow) Brief(AuditLine line) => (line.What, line.Workflow);

    private static ILocator Status(Visit visit) => visit.Page.Locator("p.order-status");
}
