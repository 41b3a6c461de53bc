namespace WorkflowRecovery.Console.Models;

/// <summary>What is written into the audit trail about models.</summary>
internal static class ModelVerbs
{
    public const string MoveRequested = "model-move-requested";
    public const string AutomaticSwitched = "automatic-switched";
}
