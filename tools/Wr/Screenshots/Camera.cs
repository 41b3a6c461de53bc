using System.Diagnostics;
using System.Text.Json;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Servers.Packages;

namespace WorkflowRecovery.Wr.Screenshots;

/// <summary>Takes pictures of pages with the distribution's browser, once they are alive.</summary>
internal sealed class Camera : IAsyncDisposable
{
    private const int Width = 1280;

    // Alive, and not reading any more.
    private const string IsComplete =
        """
        document.readyState === 'complete' && document.querySelector('main[data-alive] h1') !== null
          && !/^(Reading|Loading)…$/m.test(document.body.innerText) && document.querySelector(':not(:defined)') === null
        """;

    // Two frames: what has come is drawn.
    private const string Drawn = "new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly Process _browser;
    private readonly DevTools _page;

    private Camera(Process browser, DevTools page) => (_browser, _page) = (browser, page);

    /// <param name="signIn">The link that signs in.</param>
    /// <param name="folder">Where the browser keeps its profile: a new one.</param>
    /// <param name="cancellation">Ends the wait for the browser.</param>
    public static async Task<Camera> SetUpAsync(Uri signIn, string folder, CancellationToken cancellation)
    {
        using var patience = PatienceOf(cancellation);
        var browser = Process.Start(StartOf(folder)) ?? throw new ServerException("The browser could not be started.");
        try
        {
            var camera = new Camera(browser, await DevTools.OpenAsync(await PageAsync(browser, patience.Token), patience.Token));
            await camera.GoAsync(signIn, patience.Token);
            return camera;
        }
        catch
        {
            End(browser);
            throw;
        }
    }

    /// <summary>A picture of a page, from its top, so high.</summary>
    public async Task TakeAsync(Uri page, int height, string file, CancellationToken cancellation)
    {
        using var patience = PatienceOf(cancellation);
        await _page.DoAsync("Emulation.setDeviceMetricsOverride", new { width = Width, height, deviceScaleFactor = 1, mobile = false }, patience.Token);
        await GoAsync(page, patience.Token);
        await _page.EvaluateAsync(Drawn, patience.Token);
        var picture = await _page.DoAsync("Page.captureScreenshot", new { format = "png" }, patience.Token);
        await File.WriteAllBytesAsync(file, picture.GetProperty("data").GetBytesFromBase64(), cancellation);
    }

    public ValueTask DisposeAsync()
    {
        _page.Dispose();
        End(_browser);
        return ValueTask.CompletedTask;
    }

    private async Task GoAsync(Uri page, CancellationToken cancellation)
    {
        await _page.DoAsync("Page.navigate", new { url = page.AbsoluteUri }, cancellation);
        while ((await _page.EvaluateAsync(IsComplete, cancellation)).ValueKind != JsonValueKind.True)
            await Task.Delay(LookEvery, cancellation);
    }

    /// <summary>The browser says where it listens, and then which pages it has.</summary>
    private static async Task<Uri> PageAsync(Process browser, CancellationToken cancellation)
    {
        while (await browser.StandardError.ReadLineAsync(cancellation) is { } line)
        {
            if (!line.StartsWith("DevTools listening on ", StringComparison.Ordinal))
                continue;
            _ = browser.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            using var http = new HttpClient { BaseAddress = new Uri($"http://{new Uri(line.Split(' ')[^1]).Authority}") };
            var pages = JsonSerializer.Deserialize<JsonElement>(await http.GetStringAsync(new Uri("json/list", UriKind.Relative), cancellation));
            return new Uri(pages.EnumerateArray().First(page => page.GetProperty("type").GetString() == "page").GetProperty("webSocketDebuggerUrl").GetString()!);
        }

        throw new ServerException("The browser ended before it listened.");
    }

    private static ProcessStartInfo StartOf(string folder) => new(
        DebianPackage.Chromium.Files().First(),
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--hide-scrollbars", $"--user-data-dir={Path.Combine(folder, "browser")}", "--remote-debugging-port=0", "about:blank",
        ])
    {
        UseShellExecute = false,
        RedirectStandardError = true,
    };

    private static CancellationTokenSource PatienceOf(CancellationToken cancellation)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        return patience;
    }

    private static void End(Process browser)
    {
        browser.Kill(entireProcessTree: true);
        browser.Dispose();
    }
}
