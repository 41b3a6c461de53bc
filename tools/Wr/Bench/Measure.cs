namespace WorkflowRecovery.Wr.Bench;

/// <summary>One measured number beside what it is read against.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Target">What it is to be at most (of a rate: at least); null where nothing is asked.</param>
/// <param name="Floor">The same work without any of ours around it, measured in the same run; null where there is no such thing.</param>
/// <param name="FloorName">What the floor is, or why it could not be measured.</param>
internal sealed record Measure(string Name, double Value, string Unit, double? Target = null, double? Floor = null, string? FloorName = null)
{
    /// <summary>How many times the floor it is to be at most; null where the target is none of the floor.</summary>
    public double? TargetTimesFloor { get; init; }

    /// <summary>How many times the floor it is.</summary>
    public double? TimesFloor => Floor is { } floor and > 0 ? Math.Round(Value / floor, 2) : null;

    /// <summary>Whether it keeps its targets; true without one, and of a floor that could not be measured.</summary>
    public bool IsKept => KeepsTarget && !(TimesFloor > TargetTimesFloor);

    private bool KeepsTarget => Target is not { } target || (HigherIsBetter ? Value >= target : Value <= target);

    private bool HigherIsBetter => Unit.EndsWith("/s", StringComparison.Ordinal);
}
