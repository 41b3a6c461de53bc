using System.Diagnostics.CodeAnalysis;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Simulation.Sites;

namespace WorkflowRecovery.Simulation.Live;

/// <summary>The same history as the messages that other systems would have published meanwhile.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "A stream of messages is what it is called in the field; nobody takes it for bytes.")]
public static class LiveStream
{
    private const string StatusSource = "simulated-readiness";

    /// <summary>
    /// The messages in time order: the state of every tracked site before the first task and its changes from then on, said
    /// again so that a site with errors has a status younger than a day at the report; each task's call for assistance, and
    /// some hours later what the operator ordered. At equal times statuses come first, orders
    /// last. The errors carry no readiness of their own: the statuses explain it.
    /// </summary>
    /// <param name="tasks">Simulated tasks, in any order.</param>
    /// <param name="timeline">The timeline of the options they were simulated with.</param>
    public static IEnumerable<OutsideMessage> Of(IReadOnlyList<SimulatedTask> tasks, SiteTimeline timeline)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(timeline);
        if (tasks.Count == 0)
            return [];

        var messages = tasks.Select(Assistance).Concat(OperatorOrders.Of(tasks)).ToList();
        var first = messages.Min(message => message.At);
        var last = messages.Max(message => message.At);
        return Statuses(timeline, first, last)
            .Concat(RepeatedStatuses.Of(tasks, timeline))
            .Select(Status)
            .Concat(messages)
            .OrderBy(message => message.At);
    }

    private static IEnumerable<SiteChange> Statuses(SiteTimeline timeline, DateTimeOffset first, DateTimeOffset last) => timeline.Changes
        .GroupBy(change => change.Site)
        .SelectMany(site =>
        {
            var begin = site.LastOrDefault(change => change.EffectiveAt <= first).EffectiveAt;
            return site.Where(change => change.EffectiveAt >= begin && change.EffectiveAt <= last);
        });

    private static OutsideMessage Status(SiteChange change) => new(change.EffectiveAt, RoutingKeys.SiteStatus, new SiteStatusChanged
    {
        Site = change.Site,
        EffectiveAt = change.EffectiveAt,
        Readiness = Domain.Sites.ReadinessNames.ToName(change.Readiness),
        Status = change.Status,
        Source = StatusSource,
    });

    private static OutsideMessage Assistance(SimulatedTask task) => new(task.ReportedAt, RoutingKeys.WorkflowAssistance, new WorkflowAssistanceRequested
    {
        Workflow = task.Workflow,
        Task = task.Task,
        ReportedAt = task.ReportedAt,
        Errors = [.. task.Matrix.Cells.Select(cell => new ErrorRow { Code = cell.Code, Site = cell.Site, Count = cell.Count })],
        Status = "assistance-manual",
        RequestType = task.RequestType,
        TaskType = task.TaskType,
        Campaign = task.Campaign,
        PrepId = task.PrepId,
        Priority = task.Priority,
        MemoryMb = task.MemoryMb,
        Cores = task.Cores,
        TotalJobs = task.TotalJobs,
        FailedJobs = task.FailedJobs,
        Attempt = task.Attempt,
        Sites = task.OfferedSites,
        HasRecoveryDocument = true,
        Logs = task.Logs,
    });
}
