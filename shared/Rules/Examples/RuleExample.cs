using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Rules.Books;
using WorkflowRecovery.Rules.Conditions;

namespace WorkflowRecovery.Rules.Examples;

/// <summary>A task and what its rule makes of it, whatever the rule's state and expiry.</summary>
/// <param name="Task">The task.</param>
/// <param name="Fires">Whether the rule fires.</param>
/// <param name="Orders">What it orders then; null when it blocks or can order nothing.</param>
public sealed record RuleExample(RuleInput Task, bool Fires, RecoveryAction? Orders)
{
    /// <summary>What is not as the example says, or null.</summary>
    public string? Fails(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var fires = rule.When.HoldFor(Task);
        if (fires != Fires)
            return fires ? "fires, which it should not" : "does not fire, which it should";

        var order = fires ? rule.Order?.For(Task) : null;
        return order == Orders ? null : $"orders {WordsOf(order)} instead of {WordsOf(Orders)}";
    }

    private static string WordsOf(RecoveryAction? order) => order is null
        ? "nothing"
        : $"{order.Kind.ToName()}{(order.MemoryMb is { } memory ? $" with {memory} MB" : "")}{(order.Splitting is { } splitting ? $", splitting {splitting}" : "")}"
            + (order.Xrootd is { } on ? $", remote read {(on ? "on" : "off")}" : "");
}
