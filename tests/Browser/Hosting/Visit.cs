using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace WorkflowRecovery.Browser.Tests.Hosting;

/// <summary>Somebody at the console with a browser window of their own, and whatever went wrong in it.</summary>
internal sealed class Visit : IAsyncDisposable
{
    /// <summary>A browser, seven processes and other tests share two cores.</summary>
    private const float PatienceMilliseconds = 120_000;

    // A page without the script never comes alive, and is done as it is sent. The title follows a moment after the content.
    private const string IsAlive =
        """
        () => document.readyState === 'complete' && document.title !== ''
          && (document.querySelector('script[src*="blazor.web"]') === null || document.querySelector('main[data-alive]') !== null)
        """;

    private readonly ConcurrentQueue<string> _troubles = [];
    private readonly IBrowserContext _context;
    private readonly Uri _console;

    private Visit(IBrowserContext context, IPage page, Uri console)
    {
        (_context, Page, _console) = (context, page, console);
        page.Dialog += async (_, dialog) =>
        {
            _troubles.Enqueue($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(console.AbsoluteUri, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                _troubles.Enqueue($"request: {request.Url}");
        };
        page.PageError += (_, error) => _troubles.Enqueue($"script: {error}");

        // The browser reports here what the content security policy refused.
        page.Console += (_, said) =>
        {
            if (said.Type == "error")
                _troubles.Enqueue($"console: {said.Text} ({said.Location})");
        };
    }

    public IPage Page { get; }

    /// <summary>Dialogs, requests elsewhere, errors of scripts, and what the content security policy refused.</summary>
    public IReadOnlyList<string> Troubles => [.. _troubles];

    public static async Task<Visit> BeginAsync(ConsoleInUse console, string role, string name, BrowserNewContextOptions? window = null)
    {
        var context = await console.Browser.NewContextAsync(window ?? new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        context.SetDefaultTimeout(PatienceMilliseconds);
        var visit = new Visit(context, await context.NewPageAsync(), console.Address);
        await visit.Page.GotoAsync(console.SignIn(role, name).AbsoluteUri);
        await visit.UntilAliveAsync();
        return visit;
    }

    /// <summary>Opens a page and waits until it answers to clicks and keys.</summary>
    public async Task OpenAsync(string address)
    {
        await Page.GotoAsync(new Uri(_console, address).AbsoluteUri);
        await UntilAliveAsync();
    }

    public Task OpenWorkflowAsync(string workflow) => OpenAsync($"workflow/{Uri.EscapeDataString(workflow)}");

    /// <summary>The library's buttons tell their role to the browser and not in the page.</summary>
    public ILocator Button(string text) => Page.Locator("fluent-button", new() { HasText = text });

    public static async Task SeesAsync(ILocator locator) => await Assertions.Expect(locator).ToBeVisibleAsync(new() { Timeout = PatienceMilliseconds });

    public static async Task ReadsAsync(ILocator locator, string text) =>
        await Assertions.Expect(locator).ToContainTextAsync(text, new() { Timeout = PatienceMilliseconds });

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private async Task UntilAliveAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(PatienceMilliseconds));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await Page.EvaluateAsync<bool>(IsAlive))
            await ticks.WaitForNextTickAsync(patience.Token);
    }
}
