using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Plans;

/// <summary>How probably each switch is used where an action carries parameters; they are taken as independent of all else, see <see cref="PlanComposer"/>.</summary>
/// <param name="Xrootd">Remote read of the input is switched on.</param>
/// <param name="Secondary">Remote read of the secondary input is switched on.</param>
/// <param name="Cores">The number of cores is set.</param>
public sealed record SwitchOdds(double Xrootd, double Secondary, double Cores)
{
    /// <summary>Those that whole plans were composed with; null when no action that carries parameters is possible.</summary>
    /// <param name="plans">All whole plans of a task.</param>
    public static SwitchOdds? Of(IReadOnlyList<Plan> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        var (all, xrootd, secondary, cores) = (0.0, 0.0, 0.0, 0.0);
        foreach (var plan in plans.Where(plan => RecoveryTargets.CarriesParameters(plan.Action)))
        {
            all += plan.Probability;
            xrootd += plan.Xrootd ? plan.Probability : 0;
            secondary += plan.Secondary ? plan.Probability : 0;
            cores += plan.CoresChanged ? plan.Probability : 0;
        }

        return all > 0 ? new(xrootd / all, secondary / all, cores / all) : null;
    }

    /// <summary>The probability of just these settings.</summary>
    public double ProbabilityOf(bool xrootd, bool secondary, bool cores) =>
        (xrootd ? Xrootd : 1 - Xrootd) * (secondary ? Secondary : 1 - Secondary) * (cores ? Cores : 1 - Cores);
}
