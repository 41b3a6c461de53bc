using WorkflowRecovery.Learning.Examples;
using WorkflowRecovery.Learning.Plans;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Learning.Training;
using WorkflowRecovery.Scorer.Models;

namespace WorkflowRecovery.Scorer.Scoring;

/// <summary>Turns the bins of a plan into what operators order within them.</summary>
internal sealed class PlanValues(ModelSet models, ReportedTask task, int maxMemoryMbPerCore)
{
    private readonly int _least = task.MemoryMb ?? 0;

    /// <summary>
    /// The plan with its values, or null when nobody ever typed one for a bin of it, or when it would not give the task
    /// more memory than it has, or more than the policy allows, or would leave its cores as they are.
    /// </summary>
    public ChosenPlan? Of(Plan plan)
    {
        var splitting = Typical(RecoveryTargets.Splitting, SplittingBins.Names, plan.Splitting).Select(value => value.Value).FirstOrDefault();
        if (splitting is null && plan.Splitting != SplittingBins.Names[0])
            return null;

        var cores = plan.CoresChanged ? OtherCores() : null;
        if (plan.CoresChanged && cores is null)
            return null;
        if (plan.Memory == MemoryBins.Names[0])
            return new(plan, MemoryMb: null, splitting) { Cores = cores };

        var most = (long)maxMemoryMbPerCore * (cores ?? task.Cores ?? 1);
        var memory = Typical(RecoveryTargets.Memory, MemoryBins.Names, plan.Memory)
            .Select(value => int.Parse(value.Value))
            .FirstOrDefault(mb => mb > _least && mb <= most);
        return memory == 0 ? null : new(plan, memory, splitting) { Cores = cores };
    }

    private int? OtherCores() => Typical(RecoveryTargets.Cores, RecoveryTargets.Cores.Classes, RecoveryTargets.Cores.Classes[1])
        .Select(value => int.Parse(value.Value))
        .Where(cores => cores != task.Cores)
        .Select(cores => (int?)cores)
        .FirstOrDefault();

    private IReadOnlyList<TypicalValue> Typical(Target target, IReadOnlyList<string> bins, string bin)
    {
        var typical = models.Models.Find(target)?.Header.Usage.Typical ?? [];
        var index = bins.ToList().IndexOf(bin);
        return index > 0 && index < typical.Count ? typical[index] : [];
    }
}
