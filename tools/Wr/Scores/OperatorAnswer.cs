using WorkflowRecovery.Contracts.Inside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Targets;

namespace WorkflowRecovery.Wr.Scores;

/// <summary>What an operator ordered, in the classes that models tell.</summary>
/// <param name="Action">The action.</param>
/// <param name="Memory">Memory bin.</param>
/// <param name="Splitting">Splitting bin.</param>
/// <param name="SaysAll">False when the order holds the action alone though it could hold parameters: then nobody knows those.</param>
internal sealed record OperatorAnswer(string Action, string Memory, string Splitting, bool SaysAll)
{
    public static OperatorAnswer Of(PastTask task) => Of(task.Action.Action, task.Action.MemoryMb, task.Action.Splitting, task.ParametersGiven);

    public static OperatorAnswer Of(string action, int? memoryMb, string? splitting, bool parametersGiven) => new(
        action,
        MemoryBins.Names[MemoryBins.Of(memoryMb)],
        SplittingBins.Names[SplittingBins.Of(splitting)],
        parametersGiven || (RecoveryActionNames.TryParse(action, out var kind) && !RecoveryTargets.CarriesParameters(kind)));

    /// <summary>An acdc that changes nothing: what is ordered most of the time.</summary>
    public bool IsPlainAcdc => Action == "acdc" && Memory == MemoryBins.Names[0] && Splitting == SplittingBins.Names[0];
}
