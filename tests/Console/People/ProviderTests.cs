using System.Net;
using System.Net.Http.Headers;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.People;

public sealed class ProviderTests(TestServers servers) : IAsyncLifetime
{
    private IdentityProvider _provider = null!;
    private ConsoleProcess _console = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _provider = await IdentityProvider.StartAsync(Cancellation);
        _console = await ConsoleProcess.StartAsync(servers, new Dictionary<string, string?>
        {
            ["People__Development__Enabled"] = "false",
            ["People__OpenIdConnect__Title"] = "CERN <sso>",
            ["People__OpenIdConnect__Authority"] = _provider.Issuer,
            ["People__OpenIdConnect__ClientId"] = IdentityProvider.ClientId,
            ["People__OpenIdConnect__ClientSecret"] = IdentityProvider.ClientSecret,
            ["People__OpenIdConnect__RoleClaim"] = "cern_roles",
            ["People__OpenIdConnect__ReadUserInfo"] = "true",
            ["People__Jwt__Authority"] = _provider.Issuer,
            ["People__Jwt__Audience"] = "workflow-recovery",
            ["People__Jwt__RoleClaim"] = "cern_roles",
            ["People__Roles__Viewer__0"] = "everybody",
            ["People__Roles__Expert__0"] = "cms-tools-experts",
        }, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _console.DisposeAsync();
        await _provider.DisposeAsync();
    }

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
        Assert.Equal(HttpStatusCode.OK, await AskWithAsync(_provider.Token("workflow-recovery", "robot", ["everybody"])));
        Assert.Equal(HttpStatusCode.Forbidden, await AskWithAsync(_provider.Token("workflow-recovery", "robot", [])));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskWithAsync(_provider.Token("somebody-else", "robot", ["everybody"])));
        await using var stranger = await IdentityProvider.StartAsync(Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskWithAsync(stranger.Token("workflow-recovery", "robot", ["everybody"])));
    }

    [Fact]
    public async Task Who_sends_wrong_tokens_again_and_again_waits_and_is_written_down_once()
    {
        await using var stranger = await IdentityProvider.StartAsync(Cancellation);
        for (var time = 0; time < KeyChecks.WrongPerMinute; time++)
            Assert.Equal(HttpStatusCode.Unauthorized, await AskWithAsync(stranger.Token("workflow-recovery", $"robot {time}", ["everybody"])));

        Assert.Equal(HttpStatusCode.Unauthorized, await AskWithAsync(_provider.Token("workflow-recovery", "robot", ["everybody"])));
        Assert.Single(await WrittenLines.OfAsync(_console), line => line == ("nobody", "sign-in-refused"));
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

    private async Task<HttpStatusCode> AskWithAsync(string token)
    {
        using var program = _console.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await program.AskAsync("/");
        return answer.StatusCode;
    }
}
