using Microsoft.AspNetCore.Components;
using WorkflowRecovery.Console.Failures;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Console.Sites;

/// <summary>One site.</summary>
public partial class SitePage : ComponentBase
{
    private const int MostWorkflows = 50;
    private const int MostSayings = 100;

    private KnownSite? _known;
    private IReadOnlyList<SiteSaying> _sayings = [];

    /// <summary>Its name.</summary>
    [Parameter]
    public string Site { get; set; } = "";

    [Inject]
    private SiteReader Reader { get; set; } = null!;

    [Inject]
    private FailureBook Book { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private string Name => Site;

    private string Kind => SiteCatalogue.Of(Name) switch
    {
        { Kind: SiteKind.Storage } => "Storage: no jobs run here.",
        { Kind: SiteKind.Pseudo } => "No place: jobs that reached no site, or whose site was lost.",
        { Tier: Tier.Other } => "A site whose name tells no tier.",
        { Tier: var tier, Country: var country } => $"Tier {(int)tier}{(country is null ? "" : $", country {country}")}.",
    };

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var now = Clock.GetUtcNow();
        var from = now.AddDays(-SitesPage.HistoryDays);
        var said = await Reader.AllAsync(Name, from, now, CancellationToken.None);
        _sayings = await Reader.OfAsync(Name, MostSayings, now, CancellationToken.None);
        _known = KnownSite.Of(Name, said, Book.Last.Month, from, now);
    }
}
