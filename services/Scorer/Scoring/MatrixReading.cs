using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Scorer.Scoring;

internal static class MatrixReading
{
    /// <summary>The matrix of rows that carry their readiness, as the featurizer sends them.</summary>
    public static SiteErrorMatrix Of(IReadOnlyList<ErrorRow> errors) =>
        SiteErrorMatrix.Of(errors.Select(row => new MatrixCell(
            row.Code, row.Site, ReadinessNames.TryParse(row.Readiness, out var readiness) ? readiness : Readiness.None, row.Count)));

    /// <summary>The task as views look at it.</summary>
    public static ReportedTask TaskOf(WorkflowAssistanceRequested task) => new()
    {
        Task = task.Task,
        Workflow = task.Workflow,
        ReportedAt = task.ReportedAt,
        Matrix = Of(task.Errors),
        Campaign = task.Campaign,
        TotalJobs = task.TotalJobs,
        MemoryMb = task.MemoryMb,
        Cores = task.Cores,
    };
}
