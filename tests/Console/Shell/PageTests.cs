using System.Net;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Console.Tests.People;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.Shell;

public sealed class PageTests(TestServers servers) : IAsyncLifetime
{
    private ConsoleProcess _console = null!;
    private HttpClient _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _console = await ConsoleProcess.StartAsync(servers, new Dictionary<string, string?>(), TestContext.Current.CancellationToken);
        _browser = await _console.SignedInAsync(Role.Viewer, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _console.DisposeAsync();
    }

    [Fact]
    public async Task The_first_page_comes_with_its_files_and_a_policy_that_allows_nothing_from_elsewhere()
    {
        using var page = await _browser.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Workflows in assistance", html);
        Assert.DoesNotContain("<style", html);
        Assert.Contains("frame-ancestors 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
        foreach (var file in Linked(html))
        {
            using var answer = await _browser.GetAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, file);
        }
    }

    [Fact]
    public async Task Who_is_led_nowhere_or_has_signed_out_is_told_what_happened_and_what_to_do()
    {
        var lost = await _browser.GetStringAsync(new Uri("/not-found", UriKind.Relative), TestContext.Current.CancellationToken);
        using var left = await _browser.SendFormAsync("/sign-out", [await _browser.ForgeryFieldAsync("/")]);
        var signedOut = await left.TextAsync();

        Assert.Contains("The address may be mistyped", lost);
        Assert.Contains("You are signed out", signedOut);
        Assert.Contains("Development sign-in", signedOut);
    }

    private static List<string> Linked(string html)
    {
        var files = html.Split('"').Where(part => part.EndsWith(".css", StringComparison.Ordinal) || part.EndsWith(".js", StringComparison.Ordinal)).ToList();
        Assert.True(files.Count >= 4);
        return files;
    }
}
