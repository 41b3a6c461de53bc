using WorkflowRecovery.Console.Charts;

namespace WorkflowRecovery.Console.Operations;

/// <summary>How far behind what is worked out is behind what came in.</summary>
internal static class Lag
{
    public static string Ago(DateTimeOffset? at, DateTimeOffset now) => at is { } known ? $"{Wording.Time(known)}, {Wording.Length(now - known)} ago" : "never";

    /// <summary>A step that has not yet done the newest of the step before is behind by at least the time since then.</summary>
    public static string Behind(DateTimeOffset? before, DateTimeOffset? after, DateTimeOffset now) => (before, after) switch
    {
        (null, _) => "nothing to do yet",
        ({ } came, { } done) when done >= came => "not behind",
        ({ } came, _) => $"the newest has waited for {Wording.Length(now - came)}",
    };
}
