using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Learning.Plans;

/// <summary>An action with the bins of its parameters, and how probably an operator would order it.</summary>
/// <param name="Action">The action.</param>
/// <param name="Memory">Memory bin, see <see cref="MemoryBins"/>; <c>none</c> also for actions without memory.</param>
/// <param name="Splitting">Splitting bin, see <see cref="SplittingBins"/>; <c>none</c> also for actions without splitting.</param>
/// <param name="Xrootd">Whether remote read is switched on.</param>
/// <param name="Probability">0 to 1; over all plans of a task they sum to 1.</param>
public sealed record Plan(RecoveryActionKind Action, string Memory, string Splitting, bool Xrootd, double Probability)
{
    /// <summary>Whether remote read of the secondary (pile-up) input is switched on.</summary>
    public bool Secondary { get; init; }

    /// <summary>Whether the job gets another number of cores; the plan does not say which.</summary>
    public bool CoresChanged { get; init; }

    /// <summary>An acdc that leaves memory and splitting as they are: the first row of the talk's action table.</summary>
    public bool IsPlainAcdc => Action == RecoveryActionKind.Acdc && Memory == "none" && Splitting == "none";

    /// <summary>An acdc with more memory.</summary>
    public bool IsAcdcWithMemory => Action == RecoveryActionKind.Acdc && Memory != "none";

    /// <summary>Whether an order is this plan in every part that the plan's action carries.</summary>
    public bool IsOrder(RecoveryAction order)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.Kind != Action)
            return false;

        var carries = RecoveryTargets.CarriesParameters(Action);
        if (!carries && Action != RecoveryActionKind.Clone)
            return true;

        var bins = Memory == MemoryBins.Names[MemoryBins.Of(order.MemoryMb)] && Splitting == SplittingBins.Names[SplittingBins.Of(order.Splitting)];
        return bins && (!carries || (Xrootd == (order.Xrootd is true) && Secondary == (order.Secondary is true) && CoresChanged == order.Cores is not null));
    }
}
