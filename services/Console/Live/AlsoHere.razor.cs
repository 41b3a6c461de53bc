using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace WorkflowRecovery.Console.Live;

/// <summary>Says who else looks at a workflow, while its page is open.</summary>
public sealed partial class AlsoHere
{
    private const int LongestName = 100;

    private string _user = "somebody";
    private string? _entered;
    private Guid _visit;
    private IReadOnlyList<string> _others = [];

    [Parameter, EditorRequired] public string Workflow { get; set; } = "";

    [CascadingParameter] private Task<AuthenticationState>? SignedIn { get; set; }

    [Inject] private Presence Presence { get; set; } = null!;

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
            if (SignedIn is not null && (await SignedIn).User.Identity?.Name is { Length: > 0 } name)
                _user = name[..Math.Min(name.Length, LongestName)];
        }

        if (_entered == Workflow)
            return;

        await LeaveAsync();
        _entered = Workflow;
        _visit = await Presence.EnterAsync(Workflow, _user);
    }

    private void Look(string workflow)
    {
        if (workflow == _entered)
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

    private Task LeaveAsync() => _entered is { } left ? Presence.LeaveAsync(_visit, left) : Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        Presence.Changed -= Look;
        await LeaveAsync();
    }
}
