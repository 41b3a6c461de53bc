using Microsoft.AspNetCore.Components.Server.Circuits;

namespace WorkflowRecovery.Console.Live;

/// <summary>Whether the browser of an open page is there: one that went away without a word keeps its page for minutes.</summary>
internal sealed class BrowserReach : CircuitHandler
{
    public bool IsGone { get; private set; }

    /// <summary>The browser went away, or has come back.</summary>
    public event Action? Changed;

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => Become(isGone: true);

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Become(isGone: false);

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken) => Become(isGone: true);

    internal Task Become(bool isGone)
    {
        if (IsGone != isGone)
        {
            IsGone = isGone;
            Changed?.Invoke();
        }

        return Task.CompletedTask;
    }
}
