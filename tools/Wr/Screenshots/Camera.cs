using System.Diagnostics;
using WorkflowRecovery.Servers;
using WorkflowRecovery.Servers.Packages;

namespace WorkflowRecovery.Wr.Screenshots;

/// <summary>Takes pictures of pages with the distribution's browser, which is started anew for each.</summary>
/// <param name="signIn">The link that signs in; its instance, and with it the key, ends with the command.</param>
/// <param name="folder">Where the browser may keep its profile.</param>
internal sealed class Camera(Uri signIn, string folder)
{
    private const int Width = 1280;

    // Pages are complete as they are sent; the time is for what they load, and for what comes alive on them.
    private static readonly TimeSpan PageTime = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task TakeAsync(string page, int height, string file, CancellationToken cancellation)
    {
        File.Delete(file);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var browser = Process.Start(StartOf(page, height, file)) ?? throw new ServerException("The browser could not be started.");
        try
        {
            var said = await Task.WhenAll(browser.StandardOutput.ReadToEndAsync(patience.Token), browser.StandardError.ReadToEndAsync(patience.Token));
            await browser.WaitForExitAsync(patience.Token);
            if (!File.Exists(file))
                throw new ServerException($"The browser took no picture of {page}.\n{string.Concat(said)}");
        }
        catch (OperationCanceledException)
        {
            browser.Kill(entireProcessTree: true);
            throw;
        }
    }

    private ProcessStartInfo StartOf(string page, int height, string file) => new(
        DebianPackage.Chromium.Files().First(),
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--hide-scrollbars", $"--user-data-dir={Path.Combine(folder, "browser")}", $"--window-size={Width},{height}",
            $"--timeout={PageTime.TotalMilliseconds:0}", $"--screenshot={file}", $"{signIn.AbsoluteUri}&back={Uri.EscapeDataString(page)}",
        ])
    {
        UseShellExecute = false,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
