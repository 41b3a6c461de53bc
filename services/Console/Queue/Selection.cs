using WorkflowRecovery.Console.Orders;
using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Orders;

namespace WorkflowRecovery.Console.Queue;

/// <summary>Cases that an operator chose, to be answered at once when they are equal.</summary>
/// <param name="Cases">The cases.</param>
/// <param name="Obstacle">Why they cannot be answered at once; null when they can.</param>
public sealed record Selection(IReadOnlyList<QueueCase> Cases, string? Obstacle)
{
    /// <summary>The cases as they are shown.</summary>
    public IReadOnlyList<CaseSeen> Seen => [.. Cases.Select(task => new CaseSeen(task.EventId, task.Revision))];

    /// <summary>What is recommended for the first of them, and for all where there is no obstacle.</summary>
    public OrderedRecovery Ordered => Cases[0].Plan is { } plan
        ? new()
        {
            Action = plan.Action, MemoryMb = plan.MemoryMb, Splitting = plan.Splitting, Cores = plan.Cores, Xrootd = plan.Xrootd, Secondary = plan.Secondary,
            SiteMode = SiteResolution.AutoMode, Sites = [], Reasons = [],
        }
        : throw new InvalidOperationException("Nothing is recommended for the first of them.");

    /// <summary>Looks at what was chosen of the workflows that are open.</summary>
    internal static Selection Of(IReadOnlyCollection<Guid> chosen, QueueSnapshot queue, DateTimeOffset now)
    {
        List<QueueCase> cases = chosen.Count == 0 ? [] : [.. queue.Workflows.SelectMany(workflow => workflow.Cases).Where(task => chosen.Contains(task.EventId))];
        return new(cases, cases.Count == 0 ? null : ObstacleOf(cases, now));
    }

    /// <summary>One order for all: the same plan for the same main code, and never for a whole workflow.</summary>
    private static string? ObstacleOf(List<QueueCase> cases, DateTimeOffset now)
    {
        if (cases.Exists(task => QueueStates.Of(task, now) is not (QueueState.ToDecide or QueueState.Expired)))
            return "Not all of them are to be decided.";
        if (cases.Exists(task => task.Blinded))
            return "Some are to be decided without a recommendation, one by one.";
        if (cases.Exists(task => task.Plan is null))
            return "For some nothing is recommended.";
        if (cases.Exists(task => task.Plan!.IsOfWorkflow))
            return "An action on a whole workflow is ordered one by one.";
        return cases.Select(task => (task.Plan, task.MainCode)).Distinct().Count() > 1 ? "They differ in their plan or in their main error code." : null;
    }
}
