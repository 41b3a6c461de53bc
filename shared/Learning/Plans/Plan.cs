using WorkflowRecovery.Domain.Actions;

namespace WorkflowRecovery.Learning.Plans;

/// <summary>An action with the bins of its parameters, and how probably an operator would order it.</summary>
/// <param name="Action">The action.</param>
/// <param name="Memory">Memory bin, see <see cref="Targets.MemoryBins"/>; <c>none</c> also for actions without memory.</param>
/// <param name="Splitting">Splitting bin, see <see cref="Targets.SplittingBins"/>; <c>none</c> also for actions without splitting.</param>
/// <param name="Xrootd">Whether remote read is switched on.</param>
/// <param name="Probability">0 to 1; over all plans of a task they sum to 1.</param>
public sealed record Plan(RecoveryActionKind Action, string Memory, string Splitting, bool Xrootd, double Probability)
{
    /// <summary>An acdc that leaves memory and splitting as they are: the first row of the talk's action table.</summary>
    public bool IsPlainAcdc => Action == RecoveryActionKind.Acdc && Memory == "none" && Splitting == "none";

    /// <summary>An acdc with more memory.</summary>
    public bool IsAcdcWithMemory => Action == RecoveryActionKind.Acdc && Memory != "none";
}
