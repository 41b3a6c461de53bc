using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace WorkflowRecovery.Console.People;

/// <summary>Who is signed in, and the end of that, for administrators.</summary>
public sealed partial class PeoplePage : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<(string Who, IReadOnlyList<SignInRow> SignIns)>? _people;
    private (bool Done, string Text)? _answer;

    [CascadingParameter]
    private Task<AuthenticationState> SignedIn { get; set; } = null!;

    [Inject]
    private SignIns SignIns { get; set; } = null!;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task ReadAsync() =>
        _people = [.. (await SignIns.AllAsync(_gone.Token)).GroupBy(one => one.Who, StringComparer.Ordinal).Select(one => (one.Key, (IReadOnlyList<SignInRow>)[.. one]))];

    private async Task EndAsync(string who, string why)
    {
        _answer = await SignIns.EndAllAsync(who, why, (await SignedIn).User, CancellationToken.None);
        await ReadAsync();
    }
}
