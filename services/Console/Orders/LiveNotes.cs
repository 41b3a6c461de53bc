using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using WorkflowRecovery.Console.Live;
using WorkflowRecovery.Console.People;

namespace WorkflowRecovery.Console.Orders;

/// <summary>Notes that are read again when something is noted or closed, by whomever, and can be closed here.</summary>
public abstract class LiveNotes : LivePart, IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [Inject]
    private CaseFeed Feed { get; set; } = null!;

    [Inject]
    private protected NoteDesk Notes { get; set; } = null!;

    private protected string? Answer { get; private set; }

    private protected bool MayClose { get; private set; }

    private protected bool IsBusy { get; private set; }

    public void Dispose()
    {
        Feed.Noted -= Hear;
        Feed.Missed -= ReadSoon;
        _gone.Cancel();
        _gone.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override async Task OnParametersSetAsync()
    {
        MayClose = SignedIn is not null && Person.Is((await SignedIn).User, Role.Operator);
        await ReadAsync(_gone.Token);
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;

        Feed.Noted += Hear;
        Feed.Missed += ReadSoon;
        // Once more: something may have been noted after the reading and before there was anybody to hear of it.
        ReadSoon();
    }

    /// <summary>Reads what is shown.</summary>
    private protected abstract Task ReadAsync(CancellationToken cancellationToken);

    /// <summary>Whether notes of a workflow are shown.</summary>
    private protected abstract bool Shows(string workflow);

    private protected async Task CloseAsync(NoteView note)
    {
        IsBusy = true;
        try
        {
            Answer = await Notes.CloseAsync(note.NoteId, (await SignedIn!).User, CancellationToken.None) ?? $"The note on {note.Workflow} is closed.";
            await ReadAsync(_gone.Token);
        }
        finally
        {
            IsBusy = false;
        }
    }

    private void Hear(string workflow)
    {
        if (Shows(workflow))
            ReadSoon();
    }

    private void ReadSoon() => _ = AgainAsync(() => ReadAsync(_gone.Token));
}
