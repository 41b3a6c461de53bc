namespace WorkflowRecovery.Contracts.Outside;

/// <summary>What a message may at most hold; more is refused.</summary>
public static class Limits
{
    /// <summary>Bytes of a body.</summary>
    public const int BodyBytes = 4 * 1024 * 1024;

    /// <summary>Rows of <see cref="WorkflowAssistanceRequested.Errors"/>.</summary>
    public const int ErrorRows = 100_000;

    /// <summary>A single count of jobs.</summary>
    public const long Count = 1_000_000_000;

    /// <summary>Characters of a name: site, workflow, task.</summary>
    public const int NameCharacters = 512;

    /// <summary>How far ahead of our clock a time may lie.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(1);
}
