namespace WorkflowRecovery.Domain.Actions;

/// <summary>The splitting factors that the action form offers.</summary>
public static class SplittingNames
{
    /// <summary>From the coarsest to the finest.</summary>
    public static IReadOnlyList<string> All { get; } = ["2x", "3x", "10x", "20x", "50x", "100x", "200x", "max"];
}
