using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using WorkflowRecovery.Console.Live;
using WorkflowRecovery.Console.People;

namespace WorkflowRecovery.Console.Orders;

/// <summary>All open notes, as new as what is heard of them; each can be closed here, wherever its workflow went.</summary>
public sealed partial class NotesPage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<NoteView>? _notes;
    private string? _answer;
    private bool _mayClose;
    private bool _busy;

    /// <summary>The last note of the page before.</summary>
    [SupplyParameterFromQuery]
    public Guid? Before { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? SignedIn { get; set; }

    [Inject]
    private NoteDesk Notes { get; set; } = null!;

    [Inject]
    private CaseFeed Feed { get; set; } = null!;

    public void Dispose()
    {
        Feed.Noted -= Hear;
        Feed.Missed -= ReadSoon;
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        _mayClose = SignedIn is not null && Person.Is((await SignedIn).User, Role.Operator);
        await ReadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;

        Feed.Noted += Hear;
        Feed.Missed += ReadSoon;
        ReadSoon();
    }

    private async Task ReadAsync() => _notes = await Notes.OpenAsync(Before, _gone.Token);

    private async Task CloseAsync(NoteView note)
    {
        _busy = true;
        try
        {
            _answer = await Notes.CloseAsync(note.NoteId, (await SignedIn!).User, CancellationToken.None) ?? $"The note on {note.Workflow} is closed.";
            await ReadAsync();
        }
        finally
        {
            _busy = false;
        }
    }

    private void Hear(string workflow) => ReadSoon();

    private void ReadSoon() => _ = AgainAsync(ReadAsync);
}
