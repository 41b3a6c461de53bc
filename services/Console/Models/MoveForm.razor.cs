using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using WorkflowRecovery.Contracts.Inside;

namespace WorkflowRecovery.Console.Models;

/// <summary>What experts can ask for a set of models.</summary>
public partial class MoveForm : ComponentBase
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private DeskAnswer? _answer;

    /// <summary>The set.</summary>
    [Parameter, EditorRequired]
    public KnownSet Set { get; set; } = null!;

    /// <summary>Told when it was handled.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnMoved { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = null!;

    [Inject]
    private ModelDesk Desk { get; set; } = null!;

    [Inject]
    private ModelReader Reader { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private async Task AskAsync(string move, string why)
    {
        // A rollback from the active set leads to whichever was active before; all else names its set.
        Guid? set = move == ModelMoves.Rollback && Set.State == KnownSet.Active ? null : Set.RunId;
        _answer = await Desk.AskAsync(move, set, why, (await SignedIn).User, CancellationToken.None);
        if (_answer.RequestId is not { } request)
            return;

        StateHasChanged();
        for (var until = Clock.GetUtcNow() + Patience; Clock.GetUtcNow() < until; await Task.Delay(LookEvery, Clock))
        {
            if (await Reader.HandledAsync(request, CancellationToken.None) is { } handled)
            {
                _answer = new(handled.Done, handled.Answer);
                await OnMoved.InvokeAsync();
                return;
            }
        }

        _answer = new(true, "The retrainer has not answered yet; it will still do what was asked. Load the page again to see.");
    }
}
