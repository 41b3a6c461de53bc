using WorkflowRecovery.Domain.Actions;

namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>An order by the bins of its parameters.</summary>
/// <param name="Kind">The action.</param>
/// <param name="Memory">Bin of the memory, as the caller numbers bins.</param>
/// <param name="Splitting">Bin of the splitting, as the caller numbers bins.</param>
public sealed record BinnedOrder(RecoveryActionKind Kind, int Memory, int Splitting);

/// <summary>How probable an order truly was.</summary>
/// <param name="Order">The order.</param>
/// <param name="Probability">Above 0, at most 1.</param>
public sealed record OrderOdds(BinnedOrder Order, double Probability);

/// <summary>The true probabilities of one task's orders.</summary>
/// <param name="Task">Path of the task.</param>
/// <param name="Orders">All orders that were possible, the likeliest first; they sum to 1.</param>
public sealed record TaskOdds(string Task, IReadOnlyList<OrderOdds> Orders);

/// <summary>What the oracle says of one workflow.</summary>
/// <param name="Workflow">Name of the workflow.</param>
/// <param name="Tasks">Each task by itself, in the order given.</param>
/// <param name="Orders">The orders that are likeliest together, one per task.</param>
/// <param name="Probability">How probably all of them are given, of those tasks that were asked about; 1 when none was.</param>
public sealed record WorkflowOdds(string Workflow, IReadOnlyList<TaskOdds> Tasks, IReadOnlyList<BinnedOrder> Orders, double Probability);
