using Microsoft.AspNetCore.Components;
using WorkflowRecovery.Console.Failures;

namespace WorkflowRecovery.Console.Sites;

/// <summary>All sites.</summary>
public partial class SitesPage : ComponentBase
{
    internal const int HistoryDays = 30;

    private const int MainCodes = 4;

    private IReadOnlyList<KnownSite>? _sites;
    private string _text = "";
    private string _state = "";
    private int _days = FailureBook.WeekDays;

    [Inject]
    private SiteReader Reader { get; set; } = null!;

    [Inject]
    private FailureBook Book { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IReadOnlyList<KnownSite> Chosen => [.. (_sites ?? []).Where(site =>
        site.Name.Contains(_text.Trim(), StringComparison.OrdinalIgnoreCase) && (_state.Length == 0 || IsGood(site) == (_state == "good")))];

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    private static bool IsGood(KnownSite site) => site.Readiness.Now == "green" && site.Status.Now is "enabled" or null;

    private static void Ignore()
    {
        // The list follows what is typed.
    }

    private void Search(ChangeEventArgs typed) => _text = typed.Value as string ?? "";

    private async Task ReadAsync()
    {
        var now = Clock.GetUtcNow();
        var from = now.AddDays(-HistoryDays);
        var sayings = await Reader.AllAsync(null, from, now, CancellationToken.None);
        _sites = KnownSite.All(sayings, _days == FailureBook.WeekDays ? Book.Last.Week : Book.Last.Month, from, now);
    }
}
