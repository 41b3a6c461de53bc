using System.Globalization;
using Microsoft.AspNetCore.Components;
using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Console.Live;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.Cases;

/// <summary>All about a workflow: the newest round of each task, or one of the rounds before. It is read again when one of them changes.</summary>
public partial class WorkflowPage : IDisposable
{
    // Tasks that the page does not know yet, sites and executors do not tell of themselves.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _leaving = new();
    private WorkflowCase? _workflow;
    private TaskRound? _round;
    private CaseDetails? _details;
    private bool _isRead;

    /// <summary>Its name.</summary>
    [Parameter]
    public string Workflow { get; set; } = "";

    /// <summary>The round to show; without it, that of the first task of which something was said.</summary>
    [SupplyParameterFromQuery(Name = "case")]
    public Guid? EventId { get; set; }

    [Inject]
    internal CaseDesk Desk { get; set; } = null!;

    [Inject]
    internal CaseFeed Feed { get; set; } = null!;

    [Inject]
    internal TimeProvider Clock { get; set; } = null!;

    protected override Task OnParametersSetAsync() => ReadAsync();

    /// <summary>Only a page that lives in a browser hears of changes.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;

        Feed.Changed += Hear;
        Feed.Missed += ReadSoon;
        _ = LookAgainAsync();
    }

    /// <summary>What was asked for before is not shown where something else was asked for meanwhile.</summary>
    private async Task ReadAsync()
    {
        var asked = (Workflow, EventId);
        var workflow = await Desk.FindAsync(Workflow, _leaving.Token);
        var round = workflow?.Rounds.FirstOrDefault(one => one.EventId == EventId && one.Workflow == Workflow)
            ?? workflow?.Tasks.FirstOrDefault(task => task.Revision is not null) ?? workflow?.Tasks[0];
        var details = round is null ? null : await Desk.DetailsAsync(workflow!, round, _leaving.Token);
        if (asked == (Workflow, EventId))
            (_workflow, _round, _details, _isRead) = (workflow, round, details, true);
    }

    private void Hear(IReadOnlyCollection<Guid> changed)
    {
        if (_workflow?.Rounds.Any(round => changed.Contains(round.EventId)) is true)
            ReadSoon();
    }

    private void ReadSoon() => _ = AgainAsync(ReadAsync);

    private async Task LookAgainAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(LookAgain, Clock);
            while (await timer.WaitForNextTickAsync(_leaving.Token))
                await AgainAsync(ReadAsync);
        }
        catch (Exception left) when (left is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }

    private static IEnumerable<(string Name, string Value)> Facts(WorkflowAssistanceRequested reported)
    {
        (string Name, string? Value)[] all =
        [
            ("Status", reported.Status), ("Request type", reported.RequestType), ("Task type", reported.TaskType), ("Campaign", reported.Campaign), ("PrepID", reported.PrepId),
            ("Priority", reported.Priority?.ToString(CultureInfo.InvariantCulture)), ("Recovery rounds before", reported.Attempt?.ToString(CultureInfo.InvariantCulture)),
            ("Recovery document", reported.HasRecoveryDocument switch { true => "yes", false => "none", null => null }),
        ];
        return all.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => (fact.Name, fact.Value!));
    }

    public void Dispose()
    {
        Feed.Changed -= Hear;
        Feed.Missed -= ReadSoon;
        _leaving.Cancel();
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }
}
