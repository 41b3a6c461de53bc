using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Plans;

/// <summary>
/// Makes plans out of the targets' answers: P(plan) = P(action) x P(memory) x P(splitting) x P(xrootd), the parameters
/// taken as independent once the action is known. An action that carries no parameters is one plan.
/// </summary>
public static class PlanComposer
{
    /// <summary>All plans, the likeliest first (equal ones in the order of action, memory, splitting, xrootd).</summary>
    public static IReadOnlyList<Plan> Compose(PlanAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return [.. Enum.GetValues<RecoveryActionKind>()
            .SelectMany(kind => PlansOf(kind, answers))
            .OrderByDescending(plan => plan.Probability)];
    }

    private static IEnumerable<Plan> PlansOf(RecoveryActionKind kind, PlanAnswers answers)
    {
        var action = answers.Action[(int)kind];
        if (RecoveryTargets.CarriesParameters(kind))
            return Combine(kind, action, answers.Memory, answers.Splitting, answers.Xrootd);

        return kind == RecoveryActionKind.Clone
            ? Combine(kind, action, answers.CloneMemory, answers.CloneSplitting, [1.0])
            : [new Plan(kind, MemoryBins.Names[0], SplittingBins.Names[0], Xrootd: false, action)];
    }

    private static IEnumerable<Plan> Combine(
        RecoveryActionKind kind, double action, IReadOnlyList<double> memory, IReadOnlyList<double> splitting, IReadOnlyList<double> xrootd) =>
        from m in Enumerable.Range(0, memory.Count)
        from s in Enumerable.Range(0, splitting.Count)
        from x in Enumerable.Range(0, xrootd.Count)
        select new Plan(kind, MemoryBins.Names[m], SplittingBins.Names[s], x == 1, action * memory[m] * splitting[s] * xrootd[x]);
}
