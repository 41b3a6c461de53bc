using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Ingestor.Intake;

/// <summary>The contracts of the smaller messages.</summary>
internal static class MessageRules
{
    public static IEnumerable<string?> Check(SiteStatusChanged m, DateTimeOffset now) =>
    [
        Rule.Name("site", m.Site),
        Rule.NotAhead("effectiveAt", m.EffectiveAt, now),
        Rule.Word("readiness", m.Readiness, Words.Readiness),
        Rule.Word("status", m.Status, Words.SiteStatus),
        Rule.OptionalText("source", m.Source),
    ];

    public static IEnumerable<string?> Check(OperatorActionRecorded m, DateTimeOffset now) =>
    [
        Rule.Name("workflow", m.Workflow),
        Rule.OptionalText("task", m.Task),
        Rule.TaskOf(m.Workflow, m.Task),
        Rule.NotAhead("recordedAt", m.RecordedAt, now),
        Rule.Word("action", m.Action, Words.Action),
        Rule.Positive("memoryMb", m.MemoryMb),
        Rule.Word("splitting", m.Splitting, Words.Splitting),
        Rule.Word("xrootd", m.Xrootd, Words.Switch),
        Rule.Word("secondary", m.Secondary, Words.Switch),
        Rule.Positive("cores", m.Cores),
        .. Rule.Names("sites", m.Sites),
        .. Rule.Texts("reasons", m.Reasons),
        Rule.OptionalText("operator", m.Operator),
    ];

    public static IEnumerable<string?> Check(RecoveryActionTaken m, DateTimeOffset now) =>
    [
        Rule.Positive("revision", m.Revision),
        Rule.Name("workflow", m.Workflow),
        Rule.OptionalText("task", m.Task),
        Rule.TaskOf(m.Workflow, m.Task),
        Rule.NotAhead("takenAt", m.TakenAt, now),
        Rule.Word("result", m.Result, Words.Result),
        .. Rule.Names("created", m.Created),
    ];

    public static IEnumerable<string?> Check(RecoveryOutcomeReported m, DateTimeOffset now) =>
    [
        Rule.Name("workflow", m.Workflow),
        Rule.Name("task", m.Task),
        Rule.TaskOf(m.Workflow, m.Task),
        Rule.NotAhead("reportedAt", m.ReportedAt, now),
        Rule.OptionalText("request", m.Request),
        Rule.Count("attempt", m.Attempt),
        Rule.Count("recoveredJobs", m.RecoveredJobs),
        Rule.Count("failedJobs", m.FailedJobs),
        Rule.NotNegative("cpuHours", m.CpuHours),
    ];

    public static IEnumerable<string?> Check(WorkflowLeftAssistance m, DateTimeOffset now) =>
    [
        Rule.Name("workflow", m.Workflow),
        Rule.NotAhead("leftAt", m.LeftAt, now),
        Rule.OptionalText("status", m.Status),
    ];

    public static SiteStatusChanged Tidy(SiteStatusChanged m) => m with { Site = SiteCatalogue.Normalize(m.Site), Source = m.Source is "" ? null : m.Source };

    public static OperatorActionRecorded Tidy(OperatorActionRecorded m) =>
        m with { Sites = m.Sites is null ? null : [.. m.Sites.Select(SiteCatalogue.Normalize).Distinct(StringComparer.Ordinal)] };
}
