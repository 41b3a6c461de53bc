namespace WorkflowRecovery.Console.Live;

/// <summary>The database's channels that the console listens to.</summary>
internal static class Channels
{
    /// <summary>Event id of a case that changed.</summary>
    public const string Case = "scorer_case";

    /// <summary>Event id of a case whose order changed.</summary>
    public const string Order = "console_order";

    /// <summary>Who looks at what, as JSON.</summary>
    public const string Presence = "console_presence";
}
