using WorkflowRecovery.Simulation.Errors;

namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>How probably a task has so many jobs, given its failed ones and the action.</summary>
internal static class JobLikelihood
{
    public static double Of(SimulatedTask task, bool acdc)
    {
        if (task.FailedJobs == 0)
            return 1;

        // More failed jobs than 0.002 of them would leave fewer jobs: there the share was cut off.
        double failed = task.FailedJobs;
        var low = failed / (task.TotalJobs + 1);
        var below = low < JobCount.Lowest ? 0 : ShareBelow(low, acdc);
        var upTo = task.TotalJobs == task.FailedJobs ? 1 : ShareBelow(failed / task.TotalJobs, acdc);
        return Math.Max(upTo - below, double.Epsilon);
    }

    private static double ShareBelow(double share, bool acdc) =>
        NormalDistribution.Below((Math.Log(share / JobCount.MeanShare(acdc)) / JobCount.Sigma) + (JobCount.Sigma / 2));
}
