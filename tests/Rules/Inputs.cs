using WorkflowRecovery.Domain.History;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Rules.Conditions;

namespace WorkflowRecovery.Rules.Tests;

/// <summary>Tasks in assistance.</summary>
internal static class Inputs
{
    public static readonly DateTimeOffset Noon = new(2019, 3, 4, 12, 0, 0, TimeSpan.Zero);

    public static RuleInput Of(params (int Code, int Count)[] errors) => At([.. errors.Select(error => (error.Code, Files.Site, error.Count))]);

    public static RuleInput At(params (int Code, string Site, int Count)[] errors) => new()
    {
        Matrix = SiteErrorMatrix.Of(errors.Select(error => new MatrixCell(error.Code, error.Site, Readiness.Green, error.Count))),
        ReportedAt = Noon,
        JudgedAt = Noon,
        MemoryMb = 2000,
        Cores = 1,
    };

    public static RuleInput Logging(this RuleInput input, params string[] texts) => input with { Logs = [.. texts.Select(text => new TaskLog(50660, Files.Site, text))] };
}
