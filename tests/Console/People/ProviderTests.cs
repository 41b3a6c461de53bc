using System.Net;
using System.Net.Http.Headers;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.People;

public sealed class ProviderTests(ProviderTests.Shared shared, TestServers servers) : IClassFixture<ProviderTests.Shared>
{
    private readonly IdentityProvider _provider = shared.Provider;
    private readonly ConsoleProcess _console = shared.Process;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whom_the_provider_vouches_for_gets_the_highest_role_of_their_groups_and_comes_to_the_page_they_asked_for()
    {
        (_provider.User, _provider.Groups) = ("ada", ["everybody", "cms-tools-experts", "others"]);
        using var browser = _console.Browser(followsRedirects: true);

        using var signIn = await browser.AskAsync("/audit");
        Assert.Contains("Sign in with CERN &lt;sso&gt;", await signIn.TextAsync());
        using var page = await browser.AskAsync("/sign-in/openid?back=%2Faudit");

        Assert.Equal("/audit", page.RequestMessage?.RequestUri?.AbsolutePath);
        var html = await page.TextAsync();
        Assert.Contains("ada, expert", html);
        Assert.Contains("signed-in", html);
    }

    [Fact]
    public async Task Groups_that_the_provider_tells_only_when_asked_for_the_user_count_too()
    {
        (_provider.User, _provider.Groups, _provider.TellsGroupsLater) = ("ada", ["cms-tools-experts"], true);
        using var browser = _console.Browser(followsRedirects: true);

        using var page = await browser.AskAsync("/sign-in/openid?back=%2Faudit");

        Assert.Contains("ada, expert", await page.TextAsync());
    }

    [Fact]
    public async Task Who_has_none_of_the_groups_is_refused_with_a_page_that_says_why()
    {
        (_provider.User, _provider.Groups) = ("eve", ["strangers"]);
        using var browser = _console.Browser(followsRedirects: true);

        using var refused = await browser.AskAsync("/sign-in/openid");
        using var queue = await browser.AskAsync("/");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("have no role in this console", await refused.TextAsync());
        Assert.Contains("Sign in", await queue.TextAsync());
        Assert.Contains(("eve", "sign-in-refused"), await WrittenLines.OfAsync(_console));
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_signs_nobody_in()
    {
        using var browser = _console.Browser(followsRedirects: true);

        using var forged = await browser.AskAsync("/sign-in/openid/return?code=made-up&state=made-up");

        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Contains("The sign-in was not completed", await forged.TextAsync());
    }

    [Fact]
    public async Task A_program_comes_with_a_token_that_the_provider_signed_for_us()
    {
        Assert.Equal(HttpStatusCode.OK, await AskWithAsync(_console, _provider.Token("workflow-recovery", "robot", ["everybody"])));
        Assert.Equal(HttpStatusCode.Forbidden, await AskWithAsync(_console, _provider.Token("workflow-recovery", "robot", [])));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskWithAsync(_console, _provider.Token("somebody-else", "robot", ["everybody"])));
        await using var stranger = await IdentityProvider.StartAsync(Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskWithAsync(_console, stranger.Token("workflow-recovery", "robot", ["everybody"])));
    }

    [Fact]
    public async Task Who_sends_wrong_tokens_again_and_again_waits_and_is_written_down_once()
    {
        await using var console = await ConsoleProcess.StartAsync(servers, Variables(_provider), Cancellation);
        await using var stranger = await IdentityProvider.StartAsync(Cancellation);
        for (var time = 0; time < KeyChecks.WrongPerMinute; time++)
            Assert.Equal(HttpStatusCode.Unauthorized, await AskWithAsync(console, stranger.Token("workflow-recovery", $"robot {time}", ["everybody"])));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskWithAsync(console, _provider.Token("workflow-recovery", "robot", ["everybody"])));
        Assert.Single(await WrittenLines.OfAsync(console), line => line == ("nobody", "sign-in-refused"));
    }

    [Fact]
    public async Task Who_signs_out_is_signed_out_at_the_provider_too_and_comes_back_to_the_sign_in_page()
    {
        (_provider.User, _provider.Groups) = ("ada", ["everybody"]);
        using var browser = _console.Browser(followsRedirects: true);
        using var signIn = await browser.AskAsync("/sign-in/openid");
        using var signedOut = await browser.SendFormAsync("/sign-out", [await browser.ForgeryFieldAsync("/")]);
        var onward = Assert.Single(signedOut.Headers.GetValues("Refresh")).Replace("0; url=", "", StringComparison.Ordinal);

        Assert.Contains($"href=\"{WebUtility.HtmlEncode(onward)}\"", await signedOut.TextAsync(), StringComparison.Ordinal);
        Assert.StartsWith($"{_provider.Issuer}/logout?", onward, StringComparison.Ordinal);
        using var back = await browser.GetAsync(new Uri(onward), Cancellation);
        Assert.Equal(["ada"], _provider.SignedOut);
        Assert.Equal(new Uri(_console.Address, "/sign-in"), back.RequestMessage?.RequestUri);
        Assert.Contains("Sign in with", await back.TextAsync());
    }

    private static async Task<HttpStatusCode> AskWithAsync(ConsoleProcess console, string token)
    {
        using var program = console.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await program.AskAsync("/");
        return answer.StatusCode;
    }

    private static Dictionary<string, string?> Variables(IdentityProvider provider) => new()
    {
        ["People__Development__Enabled"] = "false",
        ["People__OpenIdConnect__Title"] = "CERN <sso>",
        ["People__OpenIdConnect__Authority"] = provider.Issuer,
        ["People__OpenIdConnect__ClientId"] = IdentityProvider.ClientId,
        ["People__OpenIdConnect__ClientSecret"] = IdentityProvider.ClientSecret,
        ["People__OpenIdConnect__RoleClaim"] = "cern_roles",
        ["People__OpenIdConnect__ReadUserInfo"] = "true",
        ["People__Jwt__Authority"] = provider.Issuer,
        ["People__Jwt__Audience"] = "workflow-recovery",
        ["People__Jwt__RoleClaim"] = "cern_roles",
        ["People__Roles__Viewer__0"] = "everybody",
        ["People__Roles__Expert__0"] = "cms-tools-experts",
    };

    public sealed class Shared(TestServers servers) : IAsyncLifetime
    {
        internal IdentityProvider Provider { get; private set; } = null!;

        internal ConsoleProcess Process { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Provider = await IdentityProvider.StartAsync(Cancellation);
            Process = await ConsoleProcess.StartAsync(servers, Variables(Provider), Cancellation);
        }

        public async ValueTask DisposeAsync()
        {
            await Process.DisposeAsync();
            await Provider.DisposeAsync();
        }
    }
}
