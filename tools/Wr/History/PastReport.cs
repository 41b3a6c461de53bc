using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Wr.History;

/// <summary>From a recorded task to what was known of it when it was reported.</summary>
internal static class PastReport
{
    public static ReportedTask Of(PastTask past) => new()
    {
        Task = past.Event.Task,
        Workflow = past.Event.Workflow,
        ReportedAt = past.Event.ReportedAt,
        Matrix = SiteErrorMatrix.Of(past.Event.Errors.Select(row => new MatrixCell(row.Code, row.Site, ReadinessOf(row.Readiness), row.Count))),
        Campaign = past.Event.Campaign,
        TotalJobs = past.Event.TotalJobs,
        MemoryMb = past.Event.MemoryMb,
        Cores = past.Event.Cores,
        Logs = past.Event.Logs is { } logs ? [.. logs.Select(log => new TaskLog(log.Code, log.Site, log.Text))] : [],
    };

    private static Readiness ReadinessOf(string? name) => ReadinessNames.TryParse(name, out var readiness) ? readiness : Readiness.None;
}
