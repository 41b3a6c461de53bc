using System.Net;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.People;

public sealed class ProxyTests(TestServers servers)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_listed_proxy_says_who_its_users_are()
    {
        await using var console = await StartAsync("127.0.0.0/8");

        using var page = await AskAsync(console, ("X-Remote-User", "ada"), ("X-Remote-Groups", "others; operators"));
        Assert.Contains("ada, operator", await page.TextAsync());

        using var noRole = await AskAsync(console, ("X-Remote-User", "eve"), ("X-Remote-Groups", "others"));
        Assert.Equal(HttpStatusCode.Forbidden, noRole.StatusCode);
        Assert.Contains("known here as eve, but have no role", await noRole.TextAsync());

        using var twice = await AskAsync(console, ("X-Remote-User", "ada"), ("X-Remote-User", "eve"), ("X-Remote-Groups", "operators"));
        Assert.Equal(HttpStatusCode.Redirect, twice.StatusCode);

        using var tooLow = await AskAsync(console, "/audit", ("X-Remote-User", "ada"), ("X-Remote-Groups", "operators"));
        Assert.Equal(HttpStatusCode.Forbidden, tooLow.StatusCode);
        Assert.Contains("with the role operator, which may not see this", await tooLow.TextAsync());
        Assert.Contains(("ada", "denied"), await WrittenLines.OfAsync(console));
    }

    [Fact]
    public async Task From_any_other_address_the_headers_are_worth_nothing()
    {
        await using var console = await StartAsync("192.0.2.0/24");

        using var page = await AskAsync(console, ("X-Remote-User", "ada"), ("X-Remote-Groups", "operators"), ("X-Forwarded-For", "192.0.2.1"));

        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Theory]
    [InlineData("People__ProxyHeader__UserHeader", "X-Remote-User", "needs People:Proxies")]
    [InlineData("People__Proxies__0", "everywhere", "neither an address nor a network")]
    [InlineData("People__OpenIdConnect__Authority", "http://sso.example", "must be an https address")]
    [InlineData("People__Tokens__0__Sha256", "abc", "hexadecimal digits")]
    [InlineData("People__Development__Key", "short", "at least 16 characters")]
    [InlineData("People__Proxy", "typo", "People")]
    public async Task A_console_that_is_configured_wrongly_does_not_start(string name, string value, string complaint)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => ConsoleProcess.StartAsync(servers, new Dictionary<string, string?> { [name] = value }, Cancellation));

        Assert.Contains(complaint, failure.Message);
    }

    private static Task<HttpResponseMessage> AskAsync(ConsoleProcess console, params (string Name, string Value)[] headers) => AskAsync(console, "/", headers);

    private static async Task<HttpResponseMessage> AskAsync(ConsoleProcess console, string path, params (string Name, string Value)[] headers)
    {
        using var client = console.Browser();
        foreach (var (name, value) in headers)
            client.DefaultRequestHeaders.Add(name, value);
        return await client.AskAsync(path);
    }

    private Task<ConsoleProcess> StartAsync(string proxies) => ConsoleProcess.StartAsync(servers, new Dictionary<string, string?>
    {
        ["People__Proxies__0"] = proxies,
        ["People__ProxyHeader__UserHeader"] = "X-Remote-User",
        ["People__Roles__Operator__0"] = "operators",
    }, Cancellation);
}
