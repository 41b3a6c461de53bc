namespace WorkflowRecovery.Console.Operations;

/// <summary>What is written into the audit trail about dead letters.</summary>
internal static class LetterVerbs
{
    public const string SentAgain = "dead-letter-sent-again";
    public const string NotSent = "dead-letter-not-sent";
}
