using System.Collections.Immutable;

namespace WorkflowRecovery.Domain.Actions;

/// <summary>
/// An action with its parameters, as ordered by an operator or recommended to one. Null: leave as it is.
/// Two are equal when their contents are, the sites in their order included.
/// </summary>
/// <param name="Kind">The action.</param>
public sealed record RecoveryAction(RecoveryActionKind Kind)
{
    /// <summary>Memory in MB for the whole job, all cores.</summary>
    public int? MemoryMb { get; init; }

    /// <summary>Finer splitting: <c>2x</c> … <c>200x</c>, <c>max</c> (see <see cref="SplittingNames"/>).</summary>
    public string? Splitting { get; init; }

    /// <summary>Remote read of the input: true <c>enabled</c>, false <c>disabled</c>.</summary>
    public bool? Xrootd { get; init; }

    /// <summary>Remote read of the secondary (pile-up) input: true <c>enabled</c>, false <c>disabled</c>.</summary>
    public bool? Secondary { get; init; }

    /// <summary>Cores per job.</summary>
    public int? Cores { get; init; }

    /// <summary>The sites to run at; empty when the order names none.</summary>
    public ImmutableArray<string> Sites { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(RecoveryAction? other) =>
        other is not null
        && Scalars == other.Scalars
        && Sites.AsSpan().SequenceEqual(other.Sites.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Scalars, Sites.Length);

    private (RecoveryActionKind, int?, string?, bool?, bool?, int?) Scalars =>
        (Kind, MemoryMb, Splitting, Xrootd, Secondary, Cores);
}
