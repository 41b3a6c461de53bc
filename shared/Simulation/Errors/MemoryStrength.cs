namespace WorkflowRecovery.Simulation.Errors;

/// <summary>How often a task exceeds its memory, at how many sites, and with how many failures a cell.</summary>
internal sealed record MemoryStrength(double Share, double Sites, double Failures)
{
    /// <summary>Part of the memory orders that answer a weak sign.</summary>
    public const double WeakShare = 0.1;

    public static MemoryStrength Weak { get; } = new(0.95, 1.5, 2);

    public static MemoryStrength Strong { get; } = new(0.95, 8.5, 25);

    /// <summary>Without a memory order.</summary>
    public static MemoryStrength Without(bool acdc) => acdc ? new(0.021, 2.2, 5) : new(0.04, 5, 21);
}
