namespace WorkflowRecovery.Learning.Approaches;

/// <summary>How fast the past is forgotten.</summary>
public static class HalfLives
{
    /// <summary>Not at all, in any time that records span.</summary>
    public static TimeSpan Ever { get; } = TimeSpan.FromDays(1e6);

    /// <summary>Those among which the watched rows choose for the rates of classes: habits drift faster than what the errors mean.</summary>
    public static IReadOnlyList<TimeSpan> OfRates { get; } =
        [TimeSpan.FromDays(30), TimeSpan.FromDays(60), TimeSpan.FromDays(120), TimeSpan.FromDays(240), Ever];
}
