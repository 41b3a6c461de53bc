using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Workflows;

namespace WorkflowRecovery.EndToEnd.Tests.Outside;

/// <summary>Events as the workflow system would report them.</summary>
public static class Events
{
    public static readonly DateTimeOffset ReportedAt = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    public static WorkflowAssistanceRequested New(string name, params ErrorRow[] errors)
    {
        var workflow = $"pdmvserv_task_B2G-RunIISummer15wmLHEGS-{name}__v1_T_261030_101500_1234";
        return new()
        {
            Workflow = workflow,
            Task = $"/{workflow}/DataProcessing",
            ReportedAt = ReportedAt,
            MemoryMb = 4000,
            Cores = 2,
            Errors = errors.Length > 0 ? errors : [Row(50660, "T2_US_MIT", 12), Row(92, "T1_US_FNAL", 3)],
        };
    }

    public static ErrorRow Row(int code, string site, long count, string? readiness = null) => new() { Code = code, Site = site, Count = count, Readiness = readiness };

    public static Guid IdOf(WorkflowAssistanceRequested reported) => EventIdentity.Of(reported.Workflow, reported.Task, reported.ReportedAt);

    public static IReadOnlyList<WorkflowAssistanceRequested> Many(int count) => [.. Enumerable.Range(1, count).Select(number => New($"{number:00000}"))];
}
