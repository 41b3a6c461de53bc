namespace WorkflowRecovery.Console.Models;

/// <summary>What is written into the audit trail about models.</summary>
internal static class ModelVerbs
{
    public const string MoveRequested = "model-move-requested";

    /// <summary>It was not said why.</summary>
    public const string Refused = "model-request-refused";

    public const string AutomaticSwitched = "automatic-switched";
}
