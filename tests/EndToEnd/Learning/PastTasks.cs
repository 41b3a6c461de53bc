using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Sites;
using WorkflowRecovery.Simulation;

namespace WorkflowRecovery.EndToEnd.Tests.Learning;

/// <summary>Simulated tasks in the words of the messages.</summary>
public static class PastTasks
{
    public static PastTask Of(SimulatedTask task) => new()
    {
        Event = EventOf(task),
        ParametersGiven = task.ParametersGiven,
        TimeSource = "extras",
        Action = new()
        {
            Workflow = task.Workflow,
            Task = task.Task,
            RecordedAt = task.ReportedAt,
            Action = task.Action.Kind.ToName(),
            MemoryMb = task.Action.MemoryMb,
            Splitting = task.Action.Splitting,
            Xrootd = task.Action.Xrootd is null ? null : task.Action.Xrootd is true ? "enabled" : "disabled",
        },
    };

    public static WorkflowAssistanceRequested EventOf(SimulatedTask task) => new()
    {
        Workflow = task.Workflow,
        Task = task.Task,
        ReportedAt = task.ReportedAt,
        MemoryMb = task.MemoryMb,
        Cores = task.Cores,
        Errors = [.. task.Matrix.Cells.Select(cell => new ErrorRow { Code = cell.Code, Site = cell.Site, Count = cell.Count, Readiness = cell.Readiness.ToName() })],
    };
}
