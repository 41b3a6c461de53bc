using Microsoft.AspNetCore.Components;
using WorkflowRecovery.Console.Charts;

namespace WorkflowRecovery.Console.Failures;

/// <summary>Says of when the failures on a page are, and has the page read again when there are newer ones.</summary>
public sealed partial class CountedAt : ComponentBase, IDisposable
{
    /// <summary>There are newer numbers.</summary>
    [Parameter, EditorRequired]
    public EventCallback Renewed { get; set; }

    [Inject]
    private FailureBook Book { get; set; } = null!;

    private string Words => Book.Last switch
    {
        { CountedAt: { } at, IsCut: var isCut } => $"Failures counted at {Wording.Time(at)}{(isCut ? "; not all of them, there are too many" : "")}.",
        _ => "Failures are being counted.",
    };

    /// <summary>Only a page that lives in a browser can be renewed.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            Book.Counted += Hear;
    }

    /// <inheritdoc />
    public void Dispose() => Book.Counted -= Hear;

    private void Hear() => _ = InvokeAsync(Renewed.InvokeAsync);
}
