using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Rules.Conditions;
using WorkflowRecovery.Rules.Examples;
using WorkflowRecovery.Rules.Orders;

namespace WorkflowRecovery.Rules.Books;

/// <summary>A rule of a book.</summary>
public sealed record Rule
{
    /// <summary>Its name, unique in its book.</summary>
    public required string Name { get; init; }

    /// <summary>How much it may do.</summary>
    public required RuleState State { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>Why it is there.</summary>
    public required string Reason { get; init; }

    /// <summary>From when on it is off (UTC); null: never, which only a rule that does nothing may have.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Of several that may order something, the one of the greatest priority does.</summary>
    public int Priority { get; init; }

    /// <summary>When it fires.</summary>
    public required RuleConditions When { get; init; }

    /// <summary>What it orders; null for a rule that blocks.</summary>
    public RuleOrder? Order { get; init; }

    /// <summary>Tasks with what it makes of them. They were tried when the book was read.</summary>
    public IReadOnlyList<RuleExample> Examples { get; init; } = [];

    /// <summary>Whether it keeps other rules from ordering anything.</summary>
    public bool Blocks => Order is null;

    /// <summary>Whether it may do more than tell that it fired.</summary>
    public bool Counts => State is RuleState.Suggest or RuleState.Decide;

    /// <summary>Whether it has expired by a moment.</summary>
    public bool IsExpiredAt(DateTimeOffset moment) => Expires <= moment;

    /// <summary>What it says of a task, or null when it is off, expired or does not fire.</summary>
    public FiredRule? On(RuleInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (State == RuleState.Off || IsExpiredAt(input.JudgedAt) || !When.HoldFor(input))
            return null;

        var order = Order?.For(input);
        return new(Name, State, Priority, Blocks, order, $"{When.Explain(input)}: {WordsOf(order)}.");
    }

    private string WordsOf(RecoveryAction? order) => (Order, order) switch
    {
        (null, _) => "no rule may order anything",
        (_, null) => $"{Order}, but the memory is not known or at its limit",
        (_, { MemoryMb: { } memory }) => $"{Order}, which makes {memory} MB",
        _ => $"{Order}",
    };
}
