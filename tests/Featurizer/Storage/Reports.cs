using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.Featurizer.Tests.Storage;

/// <summary>Messages as the ingestor passes them on.</summary>
internal static class Reports
{
    public static readonly DateTimeOffset ReportedAt = new(2019, 3, 4, 5, 6, 7, TimeSpan.Zero);

    /// <summary>Site names that no other test has, so that tests may share tables.</summary>
    public static string NewSite() => $"T2_XX_{Guid.NewGuid():N}";

    public static AssistanceAccepted Event(string workflow, DateTimeOffset? observedAt, params ErrorRow[] errors)
    {
        var reported = new WorkflowAssistanceRequested
        {
            Workflow = workflow,
            Task = $"/{workflow}/Production",
            ReportedAt = ReportedAt,
            ObservedAt = observedAt,
            Errors = errors,
        };
        return new(EventIdentity.Of(workflow, reported.Task, ReportedAt), ReportedAt.AddMinutes(1), reported);
    }

    public static AssistanceAccepted NewEvent(params ErrorRow[] errors) => Event($"pdmvserv_{Guid.NewGuid():N}", null, errors);

    public static ErrorRow Error(int code, string site, long count, string? readiness = null) =>
        new() { Code = code, Site = site, Count = count, Readiness = readiness };

    public static SiteStatusChanged Status(string site, int secondsAfterReport, string? readiness, string? source = null, string? status = null) => new()
    {
        Site = site,
        EffectiveAt = ReportedAt.AddSeconds(secondsAfterReport),
        Readiness = readiness,
        Source = source,
        Status = status,
    };
}
