using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace WorkflowRecovery.Console.Live;

/// <summary>Says who else looks at a workflow, while its page is open and its browser is there.</summary>
public sealed partial class AlsoHere
{
    private const int LongestName = 100;

    private string _user = "somebody";
    private PresenceMessage? _visit;
    private bool _isOver;
    private IReadOnlyList<string> _others = [];

    [Parameter, EditorRequired] public string Workflow { get; set; } = "";

    [CascadingParameter] private Task<AuthenticationState>? SignedIn { get; set; }

    [Inject] private Presence Presence { get; set; } = null!;

    [Inject] private BrowserReach Browser { get; set; } = null!;

    private string? Words => _others switch
    {
        [] => null,
        [var other] => $"{other} looks at this workflow, too.",
        _ => $"{string.Join(", ", _others.SkipLast(1))} and {_others[^1]} look at this workflow, too.",
    };

    /// <summary>Only a page that lives in a browser is a visit.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            Presence.Changed += Look;
            Browser.Changed += ComeOrGo;
            if (SignedIn is not null && (await SignedIn).User.Identity?.Name is { Length: > 0 } name)
                _user = name[..Math.Min(name.Length, LongestName)];
        }

        await VisitAsync();
    }

    /// <summary>The visit is known before anything is waited for, so that whatever happens meanwhile can end it.</summary>
    private async Task VisitAsync()
    {
        var (before, wanted) = (_visit, _isOver || Browser.IsGone ? null : Workflow);
        if (before?.Workflow == wanted)
            return;

        _visit = wanted is null ? null : new(Guid.NewGuid(), wanted, _user, IsHere: true);
        var entering = _visit;
        if (before is not null)
            await Presence.LeaveAsync(before.Visit, before.Workflow);
        if (entering is not null && entering == _visit)
            await Presence.EnterAsync(entering);
    }

    private void ComeOrGo() => _ = InvokeAsync(VisitAsync);

    private void Look(string workflow)
    {
        if (workflow == Workflow)
            _ = InvokeAsync(LookAgain);
    }

    private void LookAgain()
    {
        var others = Presence.Beside(_user, Workflow);
        if (others.SequenceEqual(_others))
            return;

        _others = others;
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        _isOver = true;
        Presence.Changed -= Look;
        Browser.Changed -= ComeOrGo;
        await VisitAsync();
    }
}
