using System.Collections.Immutable;

namespace WorkflowRecovery.Rules.Orders;

/// <summary>How much more memory: a fixed step, or the next step of a ladder per core; up to a limit.</summary>
public sealed record MemoryRaise
{
    /// <summary>MB more for the whole job; null with a ladder.</summary>
    public int? AddMb { get; init; }

    /// <summary>Steps in MB per core, ascending; empty with a fixed step.</summary>
    public ImmutableArray<int> LadderMbPerCore { get; init; } = [];

    /// <summary>MB per core that are never exceeded; null: no other limit than the ladder's last step.</summary>
    public int? MostMbPerCore { get; init; }

    /// <summary>The memory in MB for the whole job, or null when it cannot be raised so.</summary>
    /// <param name="memoryMb">What it has now, all cores; null: not known, and nothing can be told.</param>
    /// <param name="cores">Cores; null counts as one.</param>
    public int? Of(int? memoryMb, int? cores)
    {
        long of = Math.Max(1, cores ?? 1);
        var raised = AddMb is { } more
            ? memoryMb + (long)more
            : LadderMbPerCore.Select(step => (long?)(step * of)).FirstOrDefault(step => step > memoryMb);
        return raised is { } mb && mb <= Math.Min(int.MaxValue, (MostMbPerCore ?? int.MaxValue) * of) ? (int)mb : null;
    }

    /// <inheritdoc />
    public bool Equals(MemoryRaise? other) =>
        other is not null && (AddMb, MostMbPerCore) == (other.AddMb, other.MostMbPerCore) && LadderMbPerCore.SequenceEqual(other.LadderMbPerCore);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(AddMb, MostMbPerCore, LadderMbPerCore.Length);

    /// <summary>In words, e.g. <c>1000 MB more</c>.</summary>
    public override string ToString() =>
        (AddMb is { } more ? $"{more} MB more" : $"the next of {string.Join(", ", LadderMbPerCore)} MB per core")
        + (MostMbPerCore is { } most ? $", up to {most} MB per core" : "");
}
