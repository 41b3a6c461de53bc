using Microsoft.AspNetCore.Components;

namespace WorkflowRecovery.Console.Live;

/// <summary>A page or a part of one that is read again while it is looked at.</summary>
public abstract class LivePart : ComponentBase
{
    /// <summary>Reads on the page's own thread and shows what was found, unless the page was left meanwhile.</summary>
    protected async Task AgainAsync(Func<Task> read)
    {
        try
        {
            await InvokeAsync(async () =>
            {
                await read();
                StateHasChanged();
            });
        }
        catch (Exception left) when (left is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    }
}
