using Microsoft.Playwright;

namespace WorkflowRecovery.Browser.Tests.Hosting;

/// <summary>The browser of the distribution, driven by Playwright, which brings none of its own here.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    private readonly IPlaywright _driver;

    private Chromium(IPlaywright driver, IBrowser browser) => (_driver, Browser) = (driver, browser);

    public IBrowser Browser { get; }

    public static async Task<Chromium> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        return new(driver, await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _driver.Dispose();
    }
}
