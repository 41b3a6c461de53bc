using WorkflowRecovery.Domain.Actions;

namespace WorkflowRecovery.Rules.Books;

/// <summary>A rule that fired on a task.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">How much it may do, never <see cref="RuleState.Off"/>.</param>
/// <param name="Priority">The greater goes first.</param>
/// <param name="Blocks">Whether it keeps other rules from ordering anything.</param>
/// <param name="Order">What it orders for this task; null when it blocks, or when the memory cannot be told or raised.</param>
/// <param name="Why">Why it fired and what it orders, as a sentence.</param>
public sealed record FiredRule(string Name, RuleState State, int Priority, bool Blocks, RecoveryAction? Order, string Why)
{
    /// <summary>E.g. <c>unified-memory (passive)</c>.</summary>
    public string Label => $"{Name} ({State.ToName()})";

    /// <summary>Whether it may do more than tell that it fired.</summary>
    public bool Counts => State is RuleState.Suggest or RuleState.Decide;
}
