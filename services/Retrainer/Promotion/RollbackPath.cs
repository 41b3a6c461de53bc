using System.Collections.Immutable;

namespace WorkflowRecovery.Retrainer.Promotion;

/// <summary>A set became active.</summary>
/// <param name="RunId">The set.</param>
/// <param name="IsRollback">Whether it was gone back to; else it was put on top of what was active until then.</param>
internal sealed record Activation(Guid RunId, bool IsRollback);

/// <summary>
/// Where rollbacks lead: whatever becomes active is put on top of what was active before, and a rollback takes off all that is
/// above the set it leads to. So rollbacks one after another go back and never forth, whatever was promoted by hand in between.
/// </summary>
internal static class RollbackPath
{
    /// <summary>The active set, and below it in turn those that rollbacks lead to; empty when none ever was active.</summary>
    /// <param name="activations">In the order in which they were made.</param>
    public static IEnumerable<Guid> Of(IEnumerable<Activation> activations)
    {
        var path = ImmutableStack<Guid>.Empty;
        var known = new Dictionary<Guid, ImmutableStack<Guid>>();
        foreach (var (runId, isRollback) in activations)
            known[runId] = path = !isRollback ? path.Push(runId) : BackTo(runId, path) ?? known.GetValueOrDefault(runId) ?? [runId];
        return path;
    }

    /// <summary>Null when the set is not below: then it had been taken off, and comes back on top of what was below it.</summary>
    private static ImmutableStack<Guid>? BackTo(Guid runId, ImmutableStack<Guid> path)
    {
        while (!path.IsEmpty)
        {
            path = path.Pop();
            if (!path.IsEmpty && path.Peek() == runId)
                return path;
        }

        return null;
    }
}
