using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Scorer.Scoring;

namespace WorkflowRecovery.Scorer.Tests.Scoring;

/// <summary>Tasks in assistance whose rows carry their readiness, as the featurizer sends them.</summary>
internal static class Tasks
{
    public const int MaxMemoryMbPerCore = 20_480;
    public static readonly DateTimeOffset ReportedAt = new(2019, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static WorkflowAssistanceRequested Of(params ErrorRow[] errors) => new()
    {
        Workflow = "pdmvserv_w",
        Task = "/pdmvserv_w/Production",
        ReportedAt = ReportedAt,
        Errors = errors,
        Cores = 4,
    };

    public static ErrorRow Error(int code, string site = "T2_US_MIT", long count = 20, string readiness = "green") =>
        new() { Code = code, Site = site, Count = count, Readiness = readiness };

    public static SiteErrorMatrix MatrixOf(this WorkflowAssistanceRequested task) => MatrixReading.Of(task.Errors);
}
