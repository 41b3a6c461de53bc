using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace WorkflowRecovery.Console.Operations;

/// <summary>One dead letter.</summary>
public partial class LetterPage : ComponentBase
{
    private bool _isRead;
    private LetterText? _text;
    private (bool Done, string Text)? _answer;

    /// <summary>The queue that keeps it.</summary>
    [Parameter]
    public string Queue { get; set; } = "";

    /// <summary>Its id.</summary>
    [Parameter]
    public string Id { get; set; } = "";

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = null!;

    [Inject]
    private LetterDesk Desk { get; set; } = null!;

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        _text = await Desk.FindAsync(Queue, Id, CancellationToken.None) is { } letter ? LetterText.Of(letter) : null;
        _isRead = true;
    }

    private async Task SendAsync()
    {
        _answer = await Desk.SendAgainAsync(Queue, Id, (await SignedIn).User, CancellationToken.None);
        await ReadAsync();
    }
}
