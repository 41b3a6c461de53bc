using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;

namespace WorkflowRecovery.Wr.Tests.History;

/// <summary>Recorded tasks for tests.</summary>
internal static class Tasks
{
    public static readonly DateTimeOffset Noon = new(2019, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static ErrorRow Row(string site, string? readiness, int code = 85, long count = 3) => new() { Code = code, Site = site, Count = count, Readiness = readiness };

    public static WorkflowAssistanceRequested Event(string workflow, DateTimeOffset at, params ErrorRow[] errors) => new()
    {
        Workflow = workflow,
        Task = $"/{workflow}/task",
        ReportedAt = at,
        Errors = errors,
    };

    public static PastTask Past(string workflow, string action = "acdc", int? memoryMb = null, string? splitting = null, bool given = true) => new()
    {
        Event = Event(workflow, Noon, Row("T2_CH_CERN", "green")),
        Action = new OperatorActionRecorded { Workflow = workflow, Task = $"/{workflow}/task", RecordedAt = Noon, Action = action, MemoryMb = memoryMb, Splitting = splitting },
        ParametersGiven = given,
        TimeSource = "extras",
    };
}
