using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Targets;
using WorkflowRecovery.Scorer.Storage;

namespace WorkflowRecovery.Scorer.Feedback;

/// <summary>An order in the bins that models tell.</summary>
/// <param name="Action">The action.</param>
/// <param name="Memory">Memory bin.</param>
/// <param name="Splitting">Splitting bin.</param>
/// <param name="Xrootd">Whether remote read of the input is switched on.</param>
/// <param name="Secondary">Whether remote read of the secondary input is switched on.</param>
/// <param name="Cores">Whether the number of cores is set.</param>
internal sealed record OrderedPlan(string Action, string Memory, string Splitting, bool Xrootd, bool Secondary, bool Cores)
{
    public static OrderedPlan Of(AnsweringAction ordered) =>
        Of(ordered.Action, ordered.MemoryMb, ordered.Splitting, ordered.Xrootd, ordered.Secondary, ordered.Cores);

    /// <summary>The recommended plan; null when none was.</summary>
    public static OrderedPlan? Of(RecoveryRecommended said) =>
        said.Action is { } action ? Of(action, said.MemoryMb, said.Splitting, said.Xrootd, said.Secondary, said.Cores) : null;

    /// <summary>Whether it is a plan in every part that the plan's action carries.</summary>
    public bool Is(WeighedPlan plan)
    {
        if (Action != plan.Action || !RecoveryActionNames.TryParse(Action, out var kind))
            return false;

        var carries = RecoveryTargets.CarriesParameters(kind);
        return (!carries && kind != RecoveryActionKind.Clone)
            || ((Memory, Splitting) == (plan.Memory, plan.Splitting) && (!carries || (Xrootd, Secondary, Cores) == (plan.Xrootd, plan.Secondary, plan.CoresChanged)));
    }

    private static OrderedPlan Of(string action, int? memoryMb, string? splitting, string? xrootd, string? secondary, int? cores) => new(
        action,
        MemoryBins.Names[MemoryBins.Of(memoryMb)],
        SplittingBins.Names[SplittingBins.Of(splitting)],
        xrootd == "enabled",
        secondary == "enabled",
        cores is not null);
}
