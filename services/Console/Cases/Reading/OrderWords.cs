using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Explanations;

namespace WorkflowRecovery.Console.Cases.Reading;

/// <summary>Orders and plans in a few words.</summary>
internal static class OrderWords
{
    public static string Of(RecordedOrderRow row) =>
        Of(RecoveryActionNames.Read(row.Action, row.MemoryMb, row.Splitting, row.Xrootd, row.Secondary, row.Cores), row.Action, row.ParametersGiven);

    public static string Of(RecoveryRecommended said) =>
        said.Action is null ? "nothing" : Of(said.Action, said.MemoryMb, said.Splitting, said.Xrootd, said.Secondary, said.Cores);

    public static string Of(Alternative plan) => Of(plan.Action, plan.MemoryMb, plan.Splitting, null, null, null);

    public static string Of(string action, int? memoryMb, string? splitting, string? xrootd, string? secondary, int? cores) =>
        Of(RecoveryActionNames.Read(action, memoryMb, splitting, xrootd, secondary, cores), action);

    private static string Of(RecoveryAction? action, string word, bool parametersGiven = true) => action is null ? word : OrderPhrase.Of(action, parametersGiven);
}
