using System.Net;
using Npgsql;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Tests.Cases.Matrix;
using WorkflowRecovery.Console.Tests.Cases.Reading;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Cases;

public sealed class WorkflowPageTests(WorkflowPageTests.Shared shared) : IClassFixture<WorkflowPageTests.Shared>, IAsyncLifetime
{
    private const string Hostile = "</pre><script>alert(1)</script><img src=x onerror=alert(2)>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly NewCase _case = new();
    private readonly ConsoleProcess _console = shared.Process;
    private HttpClient _browser = null!;
    private NpgsqlDataSource _owner = null!;
    private CaseRows _rows = null!;

    public async ValueTask InitializeAsync()
    {
        _browser = await _console.SignedInAsync(Role.Viewer, Cancellation);
        _owner = NpgsqlDataSource.Create(_console.Database.Migrator);
        _rows = new(_owner);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _owner.DisposeAsync();
    }

    [Fact]
    public async Task The_page_of_a_workflow_shows_what_failed_where_what_is_recommended_and_what_was_done_before()
    {
        await _rows.ReportAsync(_case.Reported(), Cells.Usual);
        await _rows.SayAsync(_case.Memory(), traceParent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        var page = await PageAsync(_case.Workflow);

        Assert.Contains("role=\"grid\"", page);
        Assert.Contains("ACDC, memory 4000 MB", page);
        Assert.Contains("ACDC with more memory.", page);
        Assert.Contains("http://jaeger.example/trace/0af7651916cd43dd8448eb211c80319c", page);
        Assert.Contains($"https://cms.example/fetch?rid={_case.Workflow}", page);
        Assert.DoesNotContain("<style", page);
    }

    [Fact]
    public async Task A_blinded_case_shows_everything_but_the_recommendation()
    {
        await _rows.ReportAsync(_case.Reported(), Cells.Usual);
        await _rows.SayAsync(_case.Blinded(), hidden: _case.Memory());

        var page = await PageAsync(_case.Workflow);

        Assert.Contains("You decide this one without hearing from us.", page);
        Assert.Contains("role=\"grid\"", page);
        Assert.DoesNotContain("4000 MB", page);
        Assert.DoesNotContain("Would fire", page);
    }

    [Fact]
    public async Task Hostile_names_and_logs_are_text()
    {
        var hostile = new NewCase { Workflow = $"w{Guid.NewGuid():N}\"><script>alert(0)</script>" };
        await _rows.ReportAsync(
            hostile.Reported() with { Campaign = Hostile, Sites = [Hostile], Logs = [new LogExcerpt { Code = 85, Site = Hostile, Text = $"{Hostile} /store/a.root" }] },
            Cells.Of((85, Hostile, Readiness.Red, 3)));
        await _rows.SayAsync(hostile.Memory() with { Reasons = [new Reason { Feature = "x", Contribution = 1, Text = Hostile }], Sites = new SiteChoice { Mode = "auto", List = [], Resolved = [Hostile] } });
        await _rows.OrderAsync(new OperatorActionRecorded { Workflow = hostile.Workflow, RecordedAt = DateTimeOffset.UnixEpoch, Action = "acdc", Operator = Hostile, Reasons = [Hostile] });

        var page = await PageAsync(hostile.Workflow);

        Assert.Contains("/store/a.root", page);
        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotContain("<img", page);
    }

    [Fact]
    public async Task A_workflow_that_nobody_reported_has_a_page_that_says_so() =>
        Assert.Contains("Nothing was ever reported of a workflow of this name", await PageAsync("nobody's"));

    [Fact]
    public async Task Who_has_not_signed_in_sees_nothing()
    {
        await _rows.ReportAsync(_case.Reported(), Cells.Usual);
        using var stranger = _console.Browser();

        using var answer = await stranger.GetAsync(Address(_case.Workflow), Cancellation);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<string> PageAsync(string workflow)
    {
        using var answer = await _browser.GetAsync(Address(workflow), Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }

    private static Uri Address(string workflow) => new($"/workflow/{Uri.EscapeDataString(workflow)}", UriKind.Relative);

    public sealed class Shared(TestServers servers) : ConsoleOfClass(servers, new Dictionary<string, string?>
    {
        ["Links__Request"] = "https://cms.example/fetch?rid={workflow}",
        ["Links__Trace"] = "http://jaeger.example/trace/{traceId}",
    });
}
