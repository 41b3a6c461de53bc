using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Simulation.Chance;

namespace WorkflowRecovery.Simulation.Errors;

/// <summary>
/// Jobs of a task from its failed ones. What is given up on has failed to a greater part: our assumption, and a context
/// that the matrix alone does not show.
/// </summary>
internal static class JobCount
{
    public const double Sigma = 0.9;
    public const double Lowest = 0.002;

    public static long Of(SeededRandom random, long failed, RecoveryActionKind kind)
    {
        if (failed == 0)
            return 1 + random.Geometric(300);

        var share = MeanShare(kind == RecoveryActionKind.Acdc) * random.Spread(Sigma);
        return Math.Max(failed, (long)(failed / Math.Clamp(share, Lowest, 1)));
    }

    /// <summary>Failed part of the jobs before it is cut off at <see cref="Lowest"/> and 1.</summary>
    public static double MeanShare(bool acdc) => acdc ? 0.12 : 0.3;
}
