using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Learning.Examples;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>From what the featurizer sends to what models look at.</summary>
internal static class MatrixReading
{
    /// <summary>All that was known of the task when its matrix was made.</summary>
    public static ReportedTask TaskOf(MatrixStored stored) => TaskOf(stored.Event, stored.Around);

    /// <summary>A task with what was reported around it, where that is known.</summary>
    public static ReportedTask TaskOf(WorkflowAssistanceRequested task, ReportedAround? around) =>
        TaskOf(task) with { Around = around is null ? null : SurroundingsOf(around) };

    /// <summary>The task alone, without what else was reported around it.</summary>
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

    /// <summary>The matrix of rows that carry their readiness, as the featurizer sends them.</summary>
    public static SiteErrorMatrix Of(IReadOnlyList<ErrorRow> errors) =>
        SiteErrorMatrix.Of(errors.Select(row => new MatrixCell(
            row.Code, row.Site, ReadinessNames.TryParse(row.Readiness, out var readiness) ? readiness : Readiness.None, row.Count)));

    private static Surroundings SurroundingsOf(ReportedAround around) => new()
    {
        SixHours = Of(around.SixHours),
        Day = Of(around.Day),
        Week = Of(around.Week),
        Siblings = new(
            around.Siblings.Count, around.Siblings.WithErrors, around.Siblings.Errors, around.Siblings.WithMemory, around.Siblings.SameCode,
            [.. around.Siblings.WorkflowShares]),
        EarlierReports = around.EarlierReports,
        SinceLast = around.SinceLast,
    };

    private static OtherReports Of(ReportsBefore before) => new(
        before.Tasks, before.Workflows, before.SameCode, before.SameCodeAndSite, before.SameCampaign, before.SameCampaignAndCode);
}
