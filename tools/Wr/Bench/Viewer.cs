using WorkflowRecovery.Servers;
using WorkflowRecovery.Servers.Fleet;
using WorkflowRecovery.Wr.Instances;

namespace WorkflowRecovery.Wr.Bench;

/// <summary>Somebody who looks at the console's pages and may do nothing.</summary>
internal static class Viewer
{
    /// <exception cref="ServerException">The instance has no console, or it lets nobody in.</exception>
    public static async Task<HttpClient> SignInAsync(OwnInstance own, CancellationToken cancellation)
    {
        if (own.Instance.ReadEndpoints()?.Console is not { } address || own.Instance.ReadSecrets()?.ConsoleKey is not { } key)
            throw new ServerException("There is no console to sign in to.");
        var browser = new HttpClient { BaseAddress = new Uri(address) };
        using var answer = await browser.GetAsync(ConsoleSignIn.Link(browser.BaseAddress, key, "viewer", "bench"), cancellation);
        answer.EnsureSuccessStatusCode();
        return browser;
    }
}
