using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Microsoft.JSInterop;

namespace WorkflowRecovery.Console.Queue;

/// <summary>The queue: filtered and ordered as its address says, and as new as the board.</summary>
public sealed partial class QueuePage
{
    /// <summary>What is sent before the page is alive; it then shows what is scrolled to.</summary>
    private const int FirstLines = 40;

    private static readonly TimeSpan Throttle = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AgesChange = TimeSpan.FromSeconds(30);

    private readonly HashSet<Guid> _chosen = [];
    private readonly HashSet<string> _expanded = [];
    private readonly Arrivals _arrivals = new();
    private readonly CancellationTokenSource _closed = new();
    private ElementReference _root;
    private IJSObjectReference? _keys;
    private QueueQuery _query = new(QueueFilter.All, QueueSort.Newest);
    private QueueView _view = QueueView.From(QueueSnapshot.Empty, new(QueueFilter.All, QueueSort.Newest), default);
    private QueueDigest _digest = QueueDigest.Empty;
    private Selection _selection = new([], null);
    private List<QueueLine> _lines = [];
    private QueueSnapshot _queue = QueueSnapshot.Empty;
    private DateTimeOffset _now;
    private string? _arrived;
    private int _isDue;

    [SupplyParameterFromQuery] private string? Campaign { get; set; }

    [SupplyParameterFromQuery] private string? Action { get; set; }

    [SupplyParameterFromQuery] private string? Disposition { get; set; }

    [SupplyParameterFromQuery] private string? State { get; set; }

    [SupplyParameterFromQuery] private int? Code { get; set; }

    [SupplyParameterFromQuery] private string? Site { get; set; }

    [SupplyParameterFromQuery] private string? Q { get; set; }

    [SupplyParameterFromQuery] private string? Sort { get; set; }

    [Inject] private QueueBoard Board { get; set; } = null!;

    [Inject] private QueueDigests Digests { get; set; } = null!;

    [Inject] private IOptions<QueueOptions> Settings { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private IJSRuntime Script { get; set; } = null!;

    private string Emptiness => this switch
    {
        { _queue.IsLoaded: false } => "The queue is being read.",
        { _view.Of: 0 } => "No workflow is in assistance.",
        _ => "No workflow in assistance matches the filter.",
    };

    protected override void OnParametersSet()
    {
        var query = QueueQuery.Of(Campaign, Action, Disposition, State, Code, Site, Q, Sort);
        if (query != _query)
            _arrivals.Forget();
        _query = query;
        Look();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        Board.Changed += LookSoon;
        _ = GrowOlderAsync();
        LookSoon();
        try
        {
            await using var module = await Script.InvokeAsync<IJSObjectReference>("import", _closed.Token, "./Queue/QueuePage.razor.js");
            _keys = await module.InvokeAsync<IJSObjectReference>("listen", _closed.Token, _root);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The browser left before the page was complete.
        }
    }

    /// <summary>Takes over what the board says, where it says something new.</summary>
    private void Look()
    {
        var queue = Board.Current;
        _now = Clock.GetUtcNow();
        (_queue, _digest) = (queue, Digests.Of(queue));
        _view = QueueView.From(queue, _query, _now);
        _lines = QueueLine.Of(_view.Workflows, _expanded);
        _arrived = _arrivals.In(_view.Workflows) ?? _arrived;
        _selection = Selection.Of(_chosen, queue, _now);
        _chosen.IntersectWith(_selection.Cases.Select(task => task.EventId));
    }

    /// <summary>However often the board changes, the page does four times a second at most.</summary>
    private void LookSoon()
    {
        if (Interlocked.Exchange(ref _isDue, 1) == 0)
            _ = LookLaterAsync();
    }

    private async Task LookLaterAsync()
    {
        await Task.Delay(Throttle, Clock, _closed.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Volatile.Write(ref _isDue, 0);
        await LookAgainAsync();
    }

    private async Task GrowOlderAsync()
    {
        using var timer = new PeriodicTimer(AgesChange, Clock);
        while (await timer.WaitForNextTickAsync(_closed.Token).AsTask().ContinueWith(tick => tick.IsCompletedSuccessfully && tick.Result, TaskScheduler.Default))
            await LookAgainAsync();
    }

    private async Task LookAgainAsync()
    {
        if (_closed.IsCancellationRequested)
            return;

        try
        {
            await InvokeAsync(() =>
            {
                Look();
                StateHasChanged();
            });
        }
        catch (ObjectDisposedException)
        {
            // The page was closed meanwhile.
        }
    }

    private void Show(QueueQuery query) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(query.ToParameters()), replace: true);

    private void Toggle(QueueState state) => Show(_query with { Filter = _query.Filter with { State = _query.Filter.State == state ? null : state } });

    private void Expand(QueueWorkflow workflow)
    {
        if (!_expanded.Remove(workflow.Name))
            _expanded.Add(workflow.Name);
        Look();
    }

    private void Choose(IReadOnlyList<QueueCase> cases)
    {
        var events = cases.Select(task => task.EventId).ToList();
        if (events.TrueForAll(_chosen.Contains))
            _chosen.ExceptWith(events);
        else
            _chosen.UnionWith(events);
        Look();
    }

    private void ClearSelection()
    {
        _chosen.Clear();
        Look();
    }

    public async ValueTask DisposeAsync()
    {
        Board.Changed -= LookSoon;
        await _closed.CancelAsync();
        try
        {
            if (_keys is not null)
            {
                await _keys.InvokeVoidAsync("dispose");
                await _keys.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its keys with it.
        }
    }
}
