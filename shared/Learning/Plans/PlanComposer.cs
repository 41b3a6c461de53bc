using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Plans;

/// <summary>
/// Makes plans out of the targets' answers: P(plan) = P(action) x P(memory) x P(splitting) x P(xrootd) x P(secondary) x
/// P(cores), the parameters taken as independent once the action is known. An action that carries no parameters is one plan.
/// </summary>
public static class PlanComposer
{
    private static readonly RecoveryActionKind[] Kinds = Enum.GetValues<RecoveryActionKind>();

    /// <summary>
    /// All plans, the likeliest first (equal ones in the order of action, memory, splitting, xrootd, secondary, cores).
    /// Switches that are never used, such as those of a target without a model, make no plans.
    /// </summary>
    public static IReadOnlyList<Plan> Compose(PlanAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var plans = new List<Plan>(512);
        foreach (var kind in Kinds)
            Add(plans, kind, answers);

        return Ranked(plans);
    }

    private static void Add(List<Plan> plans, RecoveryActionKind kind, PlanAnswers answers)
    {
        var action = answers.Action[(int)kind];
        if (RecoveryTargets.CarriesParameters(kind))
            Combine(plans, kind, action, answers);
        else if (kind == RecoveryActionKind.Clone)
            Combine(plans, kind, action, new(answers.Action, answers.CloneMemory, answers.CloneSplitting, [1.0], [], []));
        else
            plans.Add(new(kind, MemoryBins.Names[0], SplittingBins.Names[0], Xrootd: false, action));
    }

    private static void Combine(List<Plan> plans, RecoveryActionKind kind, double action, PlanAnswers given)
    {
        for (var memory = 0; memory < given.Memory.Count; memory++)
        {
            for (var splitting = 0; splitting < given.Splitting.Count; splitting++)
            {
                for (var xrootd = 0; xrootd < given.Xrootd.Count; xrootd++)
                {
                    var plan = new Plan(
                        kind, MemoryBins.Names[memory], SplittingBins.Names[splitting], xrootd == 1, action * given.Memory[memory] * given.Splitting[splitting] * given.Xrootd[xrootd]);
                    AddSwitched(plans, plan, given.Secondary, given.Cores);
                }
            }
        }
    }

    private static void AddSwitched(List<Plan> plans, Plan plan, IReadOnlyList<double> secondary, IReadOnlyList<double> cores)
    {
        for (var enabled = 0; enabled < secondary.Count; enabled++)
        {
            for (var changed = 0; changed < cores.Count; changed++)
            {
                if (secondary[enabled] > 0 && cores[changed] > 0)
                    plans.Add(plan with { Secondary = enabled == 1, CoresChanged = changed == 1, Probability = plan.Probability * secondary[enabled] * cores[changed] });
            }
        }
    }

    /// <summary>By probability; plans of equal probability keep their order.</summary>
    private static Plan[] Ranked(List<Plan> plans)
    {
        var (ranked, keys) = (plans.ToArray(), new (double Against, int Place)[plans.Count]);
        for (var at = 0; at < keys.Length; at++)
            keys[at] = (-ranked[at].Probability, at);

        Array.Sort(keys, ranked);
        return ranked;
    }
}
