using WorkflowRecovery.Domain.Actions;

namespace WorkflowRecovery.Learning.Examples;

/// <summary>A reported task with what an operator ordered for it.</summary>
/// <param name="Report">What was known.</param>
/// <param name="Family">What keeps rounds and siblings together in a split.</param>
/// <param name="Action">The order.</param>
/// <param name="ParametersGiven">Whether the order said more than the action's name.</param>
/// <param name="Weight">How much is learned from it, above 0: 1, or 1/n for an order on a whole workflow of n tasks.</param>
public sealed record RecordedTask(ReportedTask Report, string Family, RecoveryAction Action, bool ParametersGiven, double Weight);
