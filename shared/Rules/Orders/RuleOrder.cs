using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Rules.Conditions;

namespace WorkflowRecovery.Rules.Orders;

/// <summary>What a rule orders, before the task is known. Equal ones order the same for every task.</summary>
/// <param name="Action">The action.</param>
public sealed record RuleOrder(RecoveryActionKind Action)
{
    /// <summary>More memory; null: leave as it is.</summary>
    public MemoryRaise? Memory { get; init; }

    /// <summary>Finer splitting, one of <see cref="SplittingNames"/>; null: leave as it is.</summary>
    public string? Splitting { get; init; }

    /// <summary>Remote read of the input; null: leave as it is.</summary>
    public bool? Xrootd { get; init; }

    /// <summary>The order for one task; null when its memory is not known or cannot be raised so.</summary>
    public RecoveryAction? For(RuleInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var memory = Memory?.Of(input.MemoryMb, input.Cores);
        return Memory is not null && memory is null ? null : new(Action) { MemoryMb = memory, Splitting = Splitting, Xrootd = Xrootd };
    }

    /// <summary>In words, e.g. <c>acdc with 1000 MB more</c>.</summary>
    public override string ToString()
    {
        string?[] parts = [Memory?.ToString(), Splitting is null ? null : $"splitting {Splitting}", Xrootd is { } on ? $"remote read {(on ? "on" : "off")}" : null];
        return parts.Any(part => part is not null) ? $"{Action.ToName()} with {string.Join(", ", parts.OfType<string>())}" : Action.ToName();
    }
}
