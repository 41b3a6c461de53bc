using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using WorkflowRecovery.Console.People;
using WorkflowRecovery.Console.Tests.Hosting;
using WorkflowRecovery.Testing;

namespace WorkflowRecovery.Console.Tests.People;

public sealed class TokenTests(TestServers servers)
{
    private const string Token = "a token that only its program knows";

    [Fact]
    public async Task A_program_comes_with_its_own_token_and_a_guesser_has_to_wait()
    {
        await using var console = await ConsoleProcess.StartAsync(servers, new Dictionary<string, string?>
        {
            ["People__Tokens__0__Name"] = "other-tool",
            ["People__Tokens__0__Role"] = "Viewer",
            ["People__Tokens__0__Sha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Token))),
        }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, await AskWithAsync(console, "/", Token));
        Assert.Equal(HttpStatusCode.Forbidden, await AskWithAsync(console, "/audit", Token));
        for (var time = 0; time < KeyChecks.WrongPerMinute; time++)
            Assert.Equal(HttpStatusCode.Unauthorized, await AskWithAsync(console, "/", $"guess {time}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskWithAsync(console, "/", Token));
        Assert.Single(await WrittenLines.OfAsync(console), line => line == ("nobody", "sign-in-refused"));
    }

    private static async Task<HttpStatusCode> AskWithAsync(ConsoleProcess console, string path, string token)
    {
        using var program = console.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await program.AskAsync(path);
        return answer.StatusCode;
    }
}
