namespace WorkflowRecovery.Console.Audit;

/// <summary>What is written down about people; other rooms have verbs of their own.</summary>
internal static class AuditVerbs
{
    public const string SignedIn = "signed-in";
    public const string SignedOut = "signed-out";
    public const string SignInsEnded = "sign-ins-ended";
    public const string SignInsNotEnded = "sign-ins-not-ended";
    public const string SignInRefused = "sign-in-refused";

    /// <summary>Somebody asked for something that their role does not allow.</summary>
    public const string Denied = "denied";
}
