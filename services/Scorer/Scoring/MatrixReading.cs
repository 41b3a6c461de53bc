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
    public static ReportedTask TaskOf(MatrixStored stored) => new()
    {
        Task = stored.Event.Task,
        Workflow = stored.Event.Workflow,
        ReportedAt = stored.Event.ReportedAt,
        Matrix = Of(stored.Event.Errors),
        Campaign = stored.Event.Campaign,
        TotalJobs = stored.Event.TotalJobs,
        MemoryMb = stored.Event.MemoryMb,
        Cores = stored.Event.Cores,
        Around = stored.Around is { } around ? SurroundingsOf(around) : null,
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
