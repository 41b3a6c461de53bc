using System.Net;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.People;

public sealed class DevelopmentSignInTests(DevelopmentSignInTests.Shared shared, TestServers servers) : IClassFixture<DevelopmentSignInTests.Shared>
{
    private readonly ConsoleProcess _console = shared.Process;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_sees_a_page_or_the_live_channel_before_they_have_signed_in()
    {
        using var browser = _console.Browser();

        using var page = await browser.AskAsync("/?code=85");
        using var unknown = await browser.AskAsync("/no/such/place");
        using var channel = await browser.SendFormAsync("/_blazor/negotiate?negotiateVersion=1", []);
        using var api = await browser.AskAsync("/api/v1/queue");
        using var health = await browser.AskAsync("/health/ready");
        using var style = await browser.AskAsync("/console.css");

        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal("/sign-in?back=%2F%3Fcode%3D85", page.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, channel.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_health_is_looked_at_and_nothing_else_and_nobody_fills_the_audit_trail_there(string path)
    {
        var before = await WrittenLines.OfAsync(_console);
        using var browser = _console.Browser();
        using var head = await browser.SendAsync(new(HttpMethod.Head, path), Cancellation);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);

        foreach (var method in (HttpMethod[])[HttpMethod.Post, HttpMethod.Delete, HttpMethod.Put])
        {
            using var answer = await browser.SendAsync(new(method, path), Cancellation);
            Assert.InRange((int)answer.StatusCode, 400, 499);
        }

        Assert.Equal(before, await WrittenLines.OfAsync(_console));
    }

    [Fact]
    public async Task With_the_key_one_signs_in_under_a_name_and_signs_out_again()
    {
        using var browser = await _console.SignedInAsync(Role.Operator, Cancellation, "<b>Ada</b>");
        using var copy = _console.Browser();

        using var page = await browser.AskAsync("/");
        var html = await page.TextAsync();
        Assert.Contains("&lt;b&gt;Ada&lt;/b&gt;, operator", html);
        using var channel = await browser.SendFormAsync("/_blazor/negotiate?negotiateVersion=1", []);
        Assert.Equal(HttpStatusCode.OK, channel.StatusCode);

        using var forged = await browser.SendFormAsync("/sign-out", []);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var signedOut = await browser.SendFormAsync("/sign-out", [await browser.ForgeryFieldAsync("/")]);
        using var after = await browser.AskAsync("/");
        Assert.Contains("Development sign-in", await after.TextAsync());
    }

    [Fact]
    public async Task A_copied_cookie_is_worth_nothing_after_the_sign_out()
    {
        using var plain = _console.Browser();
        using var signIn = await plain.AskAsync($"/sign-in/development?key={Uri.EscapeDataString(ConsoleProcess.Key)}&role=viewer&name=Eve");
        var cookie = Assert.Single(signIn.Headers.GetValues("Set-Cookie"), header => header.StartsWith("workflow-recovery=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        using var signOut = await plain.SendFormAsync("/sign-out", [await plain.ForgeryFieldAsync("/")]);
        Assert.Equal(HttpStatusCode.Redirect, signOut.StatusCode);

        using var thief = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = _console.Address };
        thief.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        using var stolen = await thief.AskAsync("/");

        Assert.Equal(HttpStatusCode.Redirect, stolen.StatusCode);
    }

    [Fact]
    public async Task A_sign_in_outlives_a_restart()
    {
        using var browser = await _console.SignedInAsync(Role.Viewer, Cancellation, "Grace");

        await _console.RestartAsync(Cancellation);

        using var page = await browser.AskAsync("/");
        Assert.Contains("Grace, viewer", await page.TextAsync());
    }

    [Fact]
    public async Task The_form_needs_its_page_and_leads_back_to_a_place_of_the_console_only()
    {
        using var browser = _console.Browser();
        Dictionary<string, string> fields = new() { ["key"] = ConsoleProcess.Key, ["name"] = "Ada", ["role"] = "admin", ["back"] = "//elsewhere.example/" };

        using var forged = await browser.SendFormAsync("/sign-in/development", fields);
        using var signedIn = await browser.SendFormAsync("/sign-in/development", fields.Append(await browser.ForgeryFieldAsync("/sign-in")));

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal("/", signedIn.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Another_site_cannot_open_the_live_channel_in_a_users_name()
    {
        using var browser = await _console.SignedInAsync(Role.Viewer, Cancellation);
        browser.DefaultRequestHeaders.Add("Origin", "http://127.0.0.1:1");

        using var channel = await browser.SendFormAsync("/_blazor/negotiate?negotiateVersion=1", []);

        Assert.Equal(HttpStatusCode.BadRequest, channel.StatusCode);
    }

    [Fact]
    public async Task Who_tries_keys_has_to_wait_even_with_the_right_one()
    {
        await using var console = await ConsoleProcess.StartAsync(servers, new Dictionary<string, string?>(), Cancellation);
        using var browser = console.Browser();
        for (var time = 0; time < KeyChecks.WrongPerMinute; time++)
        {
            using var wrong = await browser.AskAsync($"/sign-in/development?key=guess-{time}&role=admin&name=Eve");
            Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        }

        using var right = await browser.AskAsync($"/sign-in/development?key={Uri.EscapeDataString(ConsoleProcess.Key)}&role=admin&name=Eve");

        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    public async Task A_console_that_others_could_reach_does_not_start_with_it(string address)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => ConsoleProcess.StartAsync(servers, new Dictionary<string, string?> { ["Kestrel__Endpoints__Open__Url"] = address }, Cancellation));

        Assert.Contains("listens on", failure.Message);
    }

    [Fact]
    public async Task Where_nothing_is_configured_nobody_can_sign_in_and_the_page_says_so()
    {
        await using var closed = await ConsoleProcess.StartAsync(servers, new Dictionary<string, string?> { ["People__Development__Enabled"] = "false" }, Cancellation);
        using var browser = closed.Browser(followsRedirects: true);

        using var page = await browser.AskAsync("/");
        using var development = await browser.AskAsync($"/sign-in/development?key={Uri.EscapeDataString(ConsoleProcess.Key)}&role=admin&name=Eve");

        Assert.Contains("Nobody can sign in", await page.TextAsync());
        Assert.DoesNotContain("Eve", await development.TextAsync());
    }

    public sealed class Shared(TestServers servers) : ConsoleOfClass(servers, new Dictionary<string, string?>());
}
