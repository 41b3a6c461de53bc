namespace WorkflowRecovery.Ingestor.Intake;

/// <summary>What became of a message at the door.</summary>
internal abstract record IntakeResult
{
    /// <summary>It keeps the contract.</summary>
    /// <param name="Message">The message, with names trimmed and error rows summed and sorted.</param>
    public sealed record Good(object Message) : IntakeResult;

    /// <summary>It does not.</summary>
    /// <param name="Reason">A sentence naming field and value.</param>
    public sealed record Refused(string Reason) : IntakeResult;
}
