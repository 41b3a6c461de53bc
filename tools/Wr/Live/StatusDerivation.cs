using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Simulation.Live;

namespace WorkflowRecovery.Wr.Live;

/// <summary>
/// Makes the site statuses that explain recorded tasks: whenever a site's readiness differs from what was last said, or
/// was said half a day ago, a status says so as of the task's reportedAt. A site that was always without readiness is
/// never spoken of. Rows that contradict another row of the same time keep their own readiness.
/// </summary>
internal static class StatusDerivation
{
    private const string Source = "recorded-history";

    // Records hold jobs whose site is blank; a message must name one, and this is the field's word for it.
    private const string NoSite = "Unknown";

    private static readonly TimeSpan HalfDay = TimeSpan.FromHours(12);

    /// <summary>Statuses and events in the order of time; the statuses of a time come before its events.</summary>
    /// <param name="events">Events whose rows carry their readiness.</param>
    public static IReadOnlyList<OutsideMessage> Of(IEnumerable<WorkflowAssistanceRequested> events)
    {
        var said = new Dictionary<string, (string Readiness, DateTimeOffset At)>();
        var messages = new List<OutsideMessage>();
        foreach (var moment in events.Select(Named).GroupBy(one => one.ReportedAt).OrderBy(moment => moment.Key))
        {
            var readings = moment.SelectMany(one => one.Errors).ToLookup(row => row.Site, row => row.Readiness ?? Readiness.None.ToName());
            var contradicted = readings.Where(site => site.Distinct().Count() > 1).Select(site => site.Key).ToHashSet();
            messages.AddRange(readings
                .Where(site => !contradicted.Contains(site.Key) && Says(said, site.Key, site.First(), moment.Key))
                .Select(site => Status(site.Key, moment.Key, site.First())));
            messages.AddRange(moment.Select(one => Event(one, contradicted)));
        }

        return messages;
    }

    private static WorkflowAssistanceRequested Named(WorkflowAssistanceRequested one) =>
        one with { Errors = [.. one.Errors.Select(row => string.IsNullOrWhiteSpace(row.Site) ? row with { Site = NoSite } : row)] };

    /// <summary>Notes a readiness; false when it was said not long ago. Nothing said means none.</summary>
    private static bool Says(Dictionary<string, (string Readiness, DateTimeOffset At)> said, string site, string readiness, DateTimeOffset at)
    {
        if (said.TryGetValue(site, out var before) ? before.Readiness == readiness && at - before.At < HalfDay : readiness == Readiness.None.ToName())
            return false;
        said[site] = (readiness, at);
        return true;
    }

    private static OutsideMessage Status(string site, DateTimeOffset at, string readiness) => new(at, RoutingKeys.SiteStatus, new SiteStatusChanged
    {
        Site = site,
        EffectiveAt = at,
        Readiness = readiness,
        Source = Source,
    });

    private static OutsideMessage Event(WorkflowAssistanceRequested one, HashSet<string> contradicted) => new(one.ReportedAt, RoutingKeys.WorkflowAssistance, one with
    {
        Status = one.Status ?? "assistance-manual",
        Errors = [.. one.Errors.Select(row => contradicted.Contains(row.Site) ? row : row with { Readiness = null })],
    });
}
