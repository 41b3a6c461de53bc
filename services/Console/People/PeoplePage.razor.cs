using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace WorkflowRecovery.Console.People;

/// <summary>Who is signed in, and the end of that, for administrators.</summary>
public sealed partial class PeoplePage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private SignedInPage? _page;
    private (bool Done, string Text)? _answer;

    /// <summary>After whom the page begins.</summary>
    [SupplyParameterFromQuery]
    public string? After { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = null!;

    [Inject]
    private SignIns SignIns { get; set; } = null!;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync() => _page = await SignIns.AllAsync(After, _gone.Token);

    private async Task EndAsync(string who, string why)
    {
        _answer = await SignIns.EndAllAsync(who, why, (await SignedIn).User, CancellationToken.None);
        await ReadAsync();
    }
}
