using WorkflowRecovery.Contracts.Outside;
using WorkflowRecovery.Domain.Actions;
using WorkflowRecovery.Learning.Explanations;

namespace WorkflowRecovery.Console.Cases.Reading;

/// <summary>Orders and plans in a few words.</summary>
internal static class OrderWords
{
    public static string Of(OrderRow row) =>
        Of(RecoveryActionNames.Read(row.Action, row.MemoryMb, row.Splitting, row.Xrootd, row.Secondary, row.Cores), row.Action, row.ParametersGiven);

    public static string Of(RecoveryRecommended said) =>
        said.Action is null ? "nothing" : Of(RecoveryActionNames.Read(said.Action, said.MemoryMb, said.Splitting, said.Xrootd, said.Secondary, said.Cores), said.Action);

    public static string Of(Alternative plan) => Of(RecoveryActionNames.Read(plan.Action, plan.MemoryMb, plan.Splitting, null, null, null), plan.Action);

    private static string Of(RecoveryAction? action, string word, bool parametersGiven = true) => action is null ? word : OrderPhrase.Of(action, parametersGiven);
}
