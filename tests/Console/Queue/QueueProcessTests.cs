using System.Net;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Queue;

public sealed class QueueProcessTests(TestServers servers) : IAsyncLifetime
{

    private readonly DateTimeOffset _reportedAt = TimeProvider.System.GetUtcNow().AddHours(-1);
    private ConsoleProcess _console = null!;
    private HttpClient _browser = null!;
    private QueueRows _rows = null!;

    public async ValueTask InitializeAsync()
    {
        _console = await ConsoleProcess.StartAsync(servers, new Dictionary<string, string?>(), TestContext.Current.CancellationToken);
        _browser = await _console.SignedInAsync(Role.Viewer, TestContext.Current.CancellationToken);
        _rows = new(_console.Database);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _rows.DisposeAsync();
        await _console.DisposeAsync();
    }

    [Fact]
    public async Task A_new_case_is_on_the_page_soon_after_it_went_out_and_names_do_nothing_there()
    {
        const string Hostile = "x\"><script>alert(1)</script>";
        Assert.Contains("No workflow is in assistance.", await PageAsync(""));

        await _rows.AddAsync(
            new ReportedCase(Hostile, _reportedAt) { Action = null, Disposition = "abstained", Why = "<img src=x onerror=alert(2)>" },
            new ReportedCase("pdmvserv_blinded", _reportedAt, "Hidden") { Blinded = true, Action = "clone", Why = "a secret reason" });
        await _rows.PublishAsync();
        var page = await UntilAsync("pdmvserv_blinded");

        Assert.Contains(WebUtility.HtmlEncode(Hostile), page);
        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotContain("<img", page);
        Assert.Contains("blinded", page);
        Assert.DoesNotContain("secret reason", page);
        Assert.DoesNotContain("991&#x202F;MB", page);
        Assert.DoesNotContain("clone", page);
    }

    [Fact]
    public async Task The_address_says_what_is_shown()
    {
        await _rows.AddAsync(new ReportedCase("with_memory", _reportedAt), new ReportedCase("with_files", _reportedAt) { Code = 8020 });
        await _rows.PublishAsync();
        await UntilAsync("with_memory");

        var page = await PageAsync("?code=8020&sort=cost");

        Assert.Contains("with_files", page);
        Assert.DoesNotContain("with_memory", page);
        Assert.Contains("No workflow in assistance matches the filter.", await PageAsync("?q=nothing%20like%20this"));
    }

    private Task<string> PageAsync(string query) => _browser.GetStringAsync(new Uri($"/{query}", UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<string> UntilAsync(string text)
    {
        var page = "";
        await Until.TrueAsync($"the queue shows {text}", async () =>
        {
            page = await _browser.GetStringAsync(_console.Address, TestContext.Current.CancellationToken);
            return page.Contains(text, StringComparison.Ordinal);
        });
        return page;
    }
}
