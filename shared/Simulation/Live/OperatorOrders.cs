using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Simulation.Chance;

namespace WorkflowRecovery.Simulation.Live;

/// <summary>What the operators order: once for a whole workflow, otherwise for every task that they ticked.</summary>
internal static class OperatorOrders
{
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(30);

    public static IEnumerable<OutsideMessage> Of(IEnumerable<SimulatedTask> tasks) => tasks
        .GroupBy(task => task.Workflow)
        .SelectMany(workflow => Of([.. workflow]));

    private static IEnumerable<OutsideMessage> Of(SimulatedTask[] workflow)
    {
        var random = SeededRandom.For(2, workflow[0].Workflow);
        var at = workflow[0].ReportedAt + Soonest + TimeSpan.FromSeconds((int)random.Exponential(TimeSpan.FromHours(18).TotalSeconds));
        var person = $"operator-{random.Whole(1, 6)}";
        return workflow[0].WholeWorkflow
            ? [Order(workflow[0], null, at, person)]
            : workflow.Where(task => task.ParametersGiven).Select(task => Order(task, task.Task, at, person));
    }

    private static OutsideMessage Order(SimulatedTask task, string? path, DateTimeOffset at, string person) => new(at, RoutingKeys.ActionRecorded, new OperatorActionRecorded
    {
        Workflow = task.Workflow,
        Task = path,
        RecordedAt = at,
        Action = task.Action.Kind.ToName(),
        MemoryMb = task.Action.MemoryMb,
        Splitting = task.Action.Splitting,
        Xrootd = Switch(task.Action.Xrootd),
        Secondary = Switch(task.Action.Secondary),
        Cores = task.Action.Cores,
        Sites = task.Action.Sites.IsEmpty ? null : task.Action.Sites,
        Operator = person,
    });

    private static string? Switch(bool? on) => on switch { true => "enabled", false => "disabled", null => null };
}
