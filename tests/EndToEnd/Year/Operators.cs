using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Simulation;

namespace WorkflowRecovery.EndToEnd.Tests.Year;

/// <summary>
/// Operators order what they have in mind, for a whole workflow or for each task that they ticked. Some look at what was
/// recommended, and where that is what they have in mind they accept it.
/// </summary>
internal static class Operators
{
    public static IEnumerable<OperatorActionRecorded> OrdersFor(IReadOnlyList<SimulatedTask> workflow, bool look, Func<SimulatedTask, RecoveryRecommended> recommended) =>
        (workflow[0].WholeWorkflow ? workflow.Take(1) : workflow.Where(task => task.ParametersGiven)).Select(task =>
        {
            var (said, wanted) = (recommended(task), OrderOf(task));
            return look && IsSame(said, wanted) ? Accept(said, wanted) : wanted;
        });

    private static OperatorActionRecorded OrderOf(SimulatedTask task) => new()
    {
        Workflow = task.Workflow,
        Task = task.WholeWorkflow ? null : task.Task,
        RecordedAt = task.ReportedAt.AddHours(5),
        Action = task.Action.Kind.ToName(),
        MemoryMb = task.Action.MemoryMb,
        Splitting = task.Action.Splitting,
        Xrootd = task.Action.Xrootd is { } on ? on ? "enabled" : "disabled" : null,
        Operator = "operator-1",
    };

    private static bool IsSame(RecoveryRecommended said, OperatorActionRecorded wanted) =>
        (said.Action, said.MemoryMb, said.Splitting, said.Xrootd) == (wanted.Action, wanted.MemoryMb, wanted.Splitting, wanted.Xrootd);

    private static OperatorActionRecorded Accept(RecoveryRecommended said, OperatorActionRecorded wanted) => wanted with
    {
        RecommendationId = said.RecommendationId,
        Secondary = said.Secondary,
        Cores = said.Cores,
    };
}
