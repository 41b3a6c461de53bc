using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Wr.History;

/// <summary>From a record, and what is known beside it, to the event and the operator's action that it tells of.</summary>
internal static class PastTaskReader
{
    public const string FromExtras = "extras";
    public const string FromName = "name";

    /// <summary>The task; null when nothing tells its time.</summary>
    public static PastTask? Of(HistoryRecord record, TaskExtras? extras, IReadOnlyList<TaskLog>? logs)
    {
        var name = WorkflowName.Parse(record.Workflow);
        if ((extras?.ReportedAt ?? name.CreatedAt) is not { } time)
            return null;

        return new PastTask
        {
            Event = EventOf(record, name, extras, logs, time),
            Action = ActionOf(record, time),
            ParametersGiven = record.ParametersGiven,
            TimeSource = extras?.ReportedAt is null ? FromName : FromExtras,
        };
    }

    private static WorkflowAssistanceRequested EventOf(
        HistoryRecord record, WorkflowName name, TaskExtras? extras, IReadOnlyList<TaskLog>? logs, DateTimeOffset time) => new()
        {
            Workflow = record.Workflow,
            Task = record.Task,
            ReportedAt = time,
            Errors = [.. record.Matrix.Cells.Select(cell => new ErrorRow
            {
                Code = cell.Code,
                Site = cell.Site,
                Count = cell.Count,
                Readiness = cell.Readiness.ToName(),
            })],
            Campaign = extras?.Campaign ?? name.Campaign,
            PrepId = name.PrepId,
            MemoryMb = extras?.MemoryMb,
            Cores = extras?.Cores,
            TotalJobs = extras?.TotalJobs,
            Logs = logs is null ? null : [.. logs.Select(log => new LogExcerpt { Code = log.Code, Site = log.Site, Text = log.Text })],
        };

    /// <summary>The file does not say when the order was given: it counts as given when the workflow was reported.</summary>
    private static OperatorActionRecorded ActionOf(HistoryRecord record, DateTimeOffset time) => new()
    {
        Workflow = record.Workflow,
        Task = record.Task,
        RecordedAt = time,
        Action = record.Action.Kind.ToName(),
        MemoryMb = record.Action.MemoryMb,
        Splitting = record.Action.Splitting,
        Xrootd = SwitchOf(record.Action.Xrootd),
        Secondary = SwitchOf(record.Action.Secondary),
        Cores = record.Action.Cores,
        Sites = record.SitesGiven ? record.Action.Sites : null,
    };

    private static string? SwitchOf(bool? on) => on switch { true => "enabled", false => "disabled", null => null };
}
