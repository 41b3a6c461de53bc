using System.Globalization;
using Microsoft.AspNetCore.Components;
using WorkflowRecovery.Console.Cases.Reading;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Console.Cases;

/// <summary>All about a workflow: the newest round of each task, or one of the rounds before.</summary>
public partial class WorkflowPage : IDisposable
{
    private readonly CancellationTokenSource _leaving = new();
    private WorkflowCase? _workflow;
    private TaskRound? _round;
    private CaseDetails? _details;
    private bool _isRead;

    /// <summary>Its name.</summary>
    [Parameter]
    public string Workflow { get; set; } = "";

    /// <summary>The round to show; without it, the first task's newest.</summary>
    [SupplyParameterFromQuery(Name = "case")]
    public Guid? EventId { get; set; }

    [Inject]
    internal CaseDesk Desk { get; set; } = null!;

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        var workflow = await Desk.FindAsync(Workflow, _leaving.Token);
        var round = workflow?.Rounds.FirstOrDefault(one => one.EventId == EventId && one.Workflow == Workflow) ?? workflow?.Tasks[0];
        var details = round is null ? null : await Desk.DetailsAsync(workflow!, round, _leaving.Token);
        (_workflow, _round, _details, _isRead) = (workflow, round, details, true);
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

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _leaving.Cancel();
        _leaving.Dispose();
        GC.SuppressFinalize(this);
    }
}
