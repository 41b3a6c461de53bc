using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using WorkflowRecovery.Console.Live;
using WorkflowRecovery.Console.People;

namespace WorkflowRecovery.Console.Orders;

/// <summary>What was noted of a workflow; an open note can be closed. It is read again when something is noted or closed, by whomever.</summary>
public sealed partial class NotesPanel : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<NoteView> _open = [];
    private IReadOnlyList<NoteView> _closed = [];
    private string? _answer;
    private bool _mayClose;
    private bool _busy;

    /// <summary>The workflow.</summary>
    [Parameter, EditorRequired]
    public string Workflow { get; set; } = "";

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
        // Once more: something may have been noted after the reading and before there was anybody to hear of it.
        ReadSoon();
    }

    private async Task ReadAsync()
    {
        var notes = await Notes.OfWorkflowAsync(Workflow, _gone.Token);
        (_open, _closed) = ([.. notes.Where(note => note.ClosedAt is null)], [.. notes.Where(note => note.ClosedAt is not null)]);
    }

    private async Task CloseAsync(NoteView note)
    {
        _busy = true;
        try
        {
            _answer = await Notes.CloseAsync(note.NoteId, (await SignedIn!).User, CancellationToken.None) ?? "Closed.";
            await ReadAsync();
        }
        finally
        {
            _busy = false;
        }
    }

    private void Hear(string workflow)
    {
        if (workflow == Workflow)
            ReadSoon();
    }

    private void ReadSoon() => _ = AgainAsync(ReadAsync);
}
