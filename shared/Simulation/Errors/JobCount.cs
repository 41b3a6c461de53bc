using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Simulation.Chance;

namespace WorkflowRecovery.Simulation.Errors;

/// <summary>
/// Jobs of a task from its failed ones. What is given up on has failed to a greater part: our assumption, and a context
/// that the matrix alone does not show.
/// </summary>
internal static class JobCount
{
    public static long Of(SeededRandom random, long failed, RecoveryActionKind kind)
    {
        if (failed == 0)
            return 1 + random.Geometric(300);

        var share = (kind == RecoveryActionKind.Acdc ? 0.12 : 0.3) * random.Spread(0.9);
        return Math.Max(failed, (long)(failed / Math.Clamp(share, 0.002, 1)));
    }
}
