using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using WorkflowRecovery.Console.Queue;
using static WorkflowRecovery.Console.Tests.Queue.ShownCases;

namespace WorkflowRecovery.Console.Tests.Queue;

public sealed class QueuePageTests : IAsyncDisposable
{
    private readonly BunitContext _browser = new();
    private readonly QueueBoard _board = new();
    private readonly FakeTimeProvider _clock = new(Now);
    private readonly BunitAuthorizationContext _viewer;

    public QueuePageTests()
    {
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Services.AddSingleton(_board);
        _browser.Services.AddSingleton<TimeProvider>(_clock);
        _browser.Services.AddSingleton(Options.Create(new QueueOptions { OutbreakWorkflows = 3 }));
        _browser.Services.AddSingleton<QueueDigests>();
        _viewer = _browser.AddAuthorization();
        _viewer.SetAuthorized("ann");
        _browser.SetRendererInfo(new("Server", isInteractive: true));
    }

    private NavigationManager Address => _browser.Services.GetRequiredService<NavigationManager>();

    public ValueTask DisposeAsync() => _browser.DisposeAsync();

    [Fact]
    public void A_row_shows_the_workflow_and_what_is_recommended_for_its_tasks()
    {
        _board.Apply([], [Case(task: "One") with { Priority = 85_000, Attempt = 2, TotalJobs = 1_500 }, Case(task: "Two") with { TotalJobs = 500, Confidence = 0.6 }]);

        var row = _browser.Render<QueuePage>().Find("tbody tr[role=row]");

        Assert.Equal("workflow/pdmvserv_one", row.QuerySelector(".name a")!.GetAttribute("href"));
        var texts = row.QuerySelectorAll("td").Select(cell => string.Join(' ', cell.TextContent.Replace('\u202f', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(["1 h", "85 000", "2", "20 / 2 000", "50660 × 16 85 × 4", "2 × ACDC, memory 8000 MB 60 % to 93 %", "To decide"], texts[2..]);
    }

    [Fact]
    public void An_open_note_is_marked_in_its_row_whatever_the_state()
    {
        var note = new NoteMark(Guid.NewGuid(), null, "ann", "transfer");
        _board.Apply([], [Case(task: "One") with { Note = note, Order = new("pending", "acdc", "bob") }]);

        var row = _browser.Render<QueuePage>().Find("tbody tr[role=row]");

        Assert.Equal("Order pending", row.QuerySelector(".state")!.TextContent);
        Assert.Equal("escalated to the transfer team, noted by ann", row.QuerySelector(".noted")!.GetAttribute("title"));
    }

    [Fact]
    public void Tasks_are_shown_on_demand()
    {
        _board.Apply([], [Case(task: "One"), Case(task: "Two") with { Plan = null, Confidence = null, Disposition = "abstained", Why = "too few like it" }]);
        var page = _browser.Render<QueuePage>();
        Assert.Empty(page.FindAll("tr.task"));

        page.Find("button.tasks").Click();

        Assert.Equal(["One", "Two"], page.FindAll("tr.task .name a").Select(link => link.TextContent));
        Assert.Contains("abstained: too few like it", page.FindAll("tr.task")[1].TextContent);
    }

    [Fact]
    public void Hostile_names_are_text_and_lead_to_their_own_page()
    {
        const string Hostile = "\"><script>alert(1)</script>?a#b%2F";
        _board.Apply([], [Case(Hostile) with { Campaign = "<b>bold</b>", Plan = null, Disposition = "abstained", Why = "<img src=x onerror=alert(2)>" }]);

        var page = _browser.Render<QueuePage>();

        Assert.Empty(page.FindAll("script, img, td b"));
        Assert.Equal(Hostile, page.Find(".name a").TextContent);
        Assert.Equal($"workflow/{Uri.EscapeDataString(Hostile)}", page.Find(".name a").GetAttribute("href"));
    }

    [Fact]
    public void A_blinded_case_says_so()
    {
        _board.Apply([], [Case() with { Blinded = true, Plan = null, Confidence = null }]);

        Assert.Contains("blinded: decide without a recommendation", _browser.Render<QueuePage>().Find("td[data-label=Recommendation]").TextContent);
    }

    [Fact]
    public void What_the_board_hears_is_shown_without_a_reload_and_said()
    {
        _board.Apply([], [Case("one")]);
        var page = _browser.Render<QueuePage>();

        _board.Apply([], [Case("two", hoursAgo: 0)]);
        page.WaitForState(
            () =>
            {
                _clock.Advance(TimeSpan.FromMilliseconds(300));
                return page.FindAll("tbody tr[role=row]").Count == 2;
            },
            TimeSpan.FromSeconds(60));

        Assert.Equal("two", page.Find("tbody .name a").TextContent);
        Assert.Equal("New in assistance: two", page.Find("[aria-live=polite]").TextContent);
    }

    [Fact]
    public void Filters_are_in_the_address_and_the_address_filters()
    {
        _board.Apply([], [Case("one"), Case("two") with { Campaign = "B & C", AnsweredAt = Now }]);
        var page = _browser.Render<QueuePage>();

        page.Find("input[type=search]").Input("two");
        Assert.EndsWith("?q=two", Address.Uri, StringComparison.Ordinal);
        page.Find("input[list=queue-campaigns]").Change("B & C");
        Assert.Contains("campaign=B%20%26%20C", Address.Uri);
        page = _browser.Render<QueuePage>();

        Assert.Equal("two", page.Find("tbody .name a").TextContent);
        Assert.Single(page.FindAll("tbody tr[role=row]"));
        Assert.Contains("1 of 2 workflows", page.Find(".shown").TextContent);
    }

    [Fact]
    public void Equal_tasks_can_be_selected_and_cleared_and_a_viewer_is_offered_no_order()
    {
        _board.Apply([], [Case("one"), Case("two")]);
        var page = _browser.Render<QueuePage>();
        page.FindAll("tbody input[type=checkbox]")[0].Change(true);
        page.FindAll("tbody input[type=checkbox]")[1].Change(true);

        Assert.Contains("2 tasks selected", page.Find(".selection").TextContent);
        Assert.Contains("Equal: ACDC", page.Find(".selection").TextContent);
        Assert.Empty(page.FindAll(".bulk"));
        Assert.Equal(["true", "true"], page.FindAll("tbody tr[role=row]").Select(row => row.GetAttribute("aria-selected")));

        page.Find(".selection button").Click();

        Assert.Empty(page.FindAll(".selection"));
    }

    [Fact]
    public void A_code_that_hits_many_workflows_is_announced_above_all()
    {
        _board.Apply([], [Case("one"), Case("two"), Case("three")]);

        var banners = _browser.Render<QueuePage>().FindAll(".outbreak");

        Assert.Equal("?code=50660", banners[0].QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("?site=T2_US_MIT", banners[1].QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void An_empty_queue_says_whether_it_was_read()
    {
        Assert.Contains("is being read", _browser.Render<QueuePage>().Find(".empty").TextContent);
        _board.Apply([], []);
        Assert.Contains("No workflow is in assistance", _browser.Render<QueuePage>().Find(".empty").TextContent);
    }

    [Fact]
    public void Before_it_is_alive_the_page_holds_the_first_rows_only()
    {
        _browser.SetRendererInfo(new("Static", isInteractive: false));
        _board.Apply([], [.. Enumerable.Range(0, 300).Select(number => Case($"w{number}"))]);

        Assert.Equal(40, _browser.Render<QueuePage>().FindAll("tbody tr").Count);
    }
}
