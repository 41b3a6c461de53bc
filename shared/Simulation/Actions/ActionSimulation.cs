using System.Collections.Immutable;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Domain.Matrices;
using WorkflowRecovery.Simulation.Chance;

namespace WorkflowRecovery.Simulation.Actions;

/// <summary>Turns what the operator wants into the order: with sites for ACDC, without for whole workflows.</summary>
internal static class ActionSimulation
{
    public static RecoveryAction Of(SeededRandom random, RecoveryActionKind kind, TaskIntent intent, SiteErrorMatrix matrix, IEnumerable<string> sites)
    {
        var action = new RecoveryAction(kind) { MemoryMb = intent.MemoryMb, Splitting = intent.Splitting };
        if (!intent.Given || kind is not (RecoveryActionKind.Acdc or RecoveryActionKind.Recovery))
            return action;

        return action with
        {
            Sites = [.. sites.ToImmutableSortedSet(StringComparer.Ordinal)],
            Xrootd = Xrootd(random, matrix),
            Secondary = random.Chance(matrix.Cells.Any(cell => cell.Code is 8028 or 73) ? 0.2 : 0.025) ? true : null,
            Cores = random.Chance(0.0007) ? 4 : null,
        };
    }

    /// <summary>
    /// 28 % of the ACDC orders read their input remotely (June 2018), mostly those with file errors; one order in ten
    /// thousand switches it off.
    /// </summary>
    private static bool? Xrootd(SeededRandom random, SiteErrorMatrix matrix)
    {
        var files = matrix.Cells.Any(cell => cell.Code is 84 or 85 or 92 or 8020 or 8021 or 8028);
        return random.Chance(0.0001) ? false : random.Chance(files ? 0.55 : 0.11) ? true : null;
    }
}
