using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;

namespace WorkflowRecovery.Ingestor.Intake;

/// <summary>The contract of <see cref="WorkflowAssistanceRequested"/>.</summary>
internal static class AssistanceRules
{
    public static IEnumerable<string?> Check(WorkflowAssistanceRequested m, DateTimeOffset now) =>
    [
        Rule.Name("workflow", m.Workflow),
        Rule.Name("task", m.Task),
        Rule.TaskOf(m.Workflow, m.Task),
        Rule.NotAhead("reportedAt", m.ReportedAt, now),
        Rule.NotAhead("observedAt", m.ObservedAt, now),
        Rule.AtMost("errors", m.Errors.Count, Limits.ErrorRows),
        .. m.Errors.SelectMany((row, index) => CheckRow(row, $"errors[{index}]")),
        Rule.OptionalText("status", m.Status),
        Rule.OptionalText("requestType", m.RequestType),
        Rule.OptionalText("taskType", m.TaskType),
        Rule.OptionalText("campaign", m.Campaign),
        Rule.OptionalText("prepId", m.PrepId),
        Rule.OptionalText("splittingAlgorithm", m.SplittingAlgorithm),
        Rule.Positive("memoryMb", m.MemoryMb),
        Rule.Positive("cores", m.Cores),
        Rule.Count("totalJobs", m.TotalJobs),
        Rule.Count("failedJobs", m.FailedJobs),
        Rule.Count("attempt", m.Attempt),
        .. Rule.Names("sites", m.Sites),
        .. (m.Logs ?? []).SelectMany((log, index) => CheckLog(log, $"logs[{index}]")),
    ];

    /// <summary>Names without white space around them, rows of one (code, site, readiness) summed and sorted: equal content becomes equal.</summary>
    public static WorkflowAssistanceRequested Tidy(WorkflowAssistanceRequested m) => m with
    {
        Errors = [.. m.Errors
            .Select(row => row with { Site = SiteCatalogue.Normalize(row.Site), Count = row is { Code: SiteErrorMatrix.NotReported, Count: 0 } ? 1 : row.Count })
            .Where(row => row.Count > 0)
            .GroupBy(row => (row.Code, row.Site, row.Readiness))
            .Select(rows => new ErrorRow { Code = rows.Key.Code, Site = rows.Key.Site, Readiness = rows.Key.Readiness, Count = rows.Sum(row => row.Count) })
            .OrderBy(row => row.Code).ThenBy(row => row.Site, StringComparer.Ordinal).ThenBy(row => row.Readiness, StringComparer.Ordinal)],
        Sites = m.Sites is null ? null : [.. m.Sites.Select(SiteCatalogue.Normalize).Distinct(StringComparer.Ordinal)],
    };

    private static IEnumerable<string?> CheckRow(ErrorRow? row, string field) => row is null
        ? [$"{field} is null: a row is required"]
        :
        [
            Rule.Name($"{field}.site", row.Site),
            Rule.Count($"{field}.count", row.Count),
            Rule.Word($"{field}.readiness", row.Readiness, Words.Readiness),
        ];

    private static IEnumerable<string?> CheckLog(LogExcerpt? log, string field) =>
        [log is null ? $"{field} is null: an excerpt is required" : Rule.Name($"{field}.site", log.Site)];
}
