using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace WorkflowRecovery.Console.Models;

/// <summary>The switch for automatic recovery, for administrators.</summary>
public partial class SwitchForm : ComponentBase
{
    private DeskAnswer? _answer;

    /// <summary>To which side it stands.</summary>
    [Parameter, EditorRequired]
    public bool IsOn { get; set; }

    /// <summary>Told when it was moved.</summary>
    [Parameter, EditorRequired]
    public EventCallback OnMoved { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = null!;

    [Inject]
    private ModelDesk Desk { get; set; } = null!;

    private async Task MoveAsync(bool isOn, string why)
    {
        _answer = await Desk.SwitchAsync(isOn, why, (await SignedIn).User, CancellationToken.None);
        await OnMoved.InvokeAsync();
    }
}
