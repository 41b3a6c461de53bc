namespace WorkflowRecovery.Console.Live;

/// <summary>The database's channels that the console listens to.</summary>
internal static class Channels
{
    /// <summary>Event id of a case that changed: its recommendation, its answer, its order or what an executor does about it.</summary>
    public const string Case = "scorer_case";

    /// <summary>Workflow that something was noted of.</summary>
    public const string Note = "console_note";

    /// <summary>Who looks at what, as JSON.</summary>
    public const string Presence = "console_presence";
}
