using WorkflowRecovery.Simulation.Chance;
using WorkflowRecovery.Simulation.Requests;

namespace WorkflowRecovery.Simulation.Actions;

/// <summary>Cores and memory that requests ask for: our assumption, ever more jobs with eight cores.</summary>
internal static class JobSizes
{
    private static readonly Resources[] Sizes =
    [
        new(1, 1500), new(1, 2000), new(1, 2300), new(2, 4000), new(4, 8000), new(4, 9000), new(8, 14_000), new(8, 15_900),
    ];

    /// <summary>A size; below the memory that the operator will order, when there is such an order.</summary>
    public static Resources For(SeededRandom random, DateTimeOffset time, int? ordered)
    {
        var fitting = ordered is null ? [] : Sizes.Where(size => size.MemoryMb < ordered).ToArray();
        if (fitting.Length > 0)
            return random.Chance(0.75) ? fitting[^1] : random.Pick(fitting);

        var eight = Math.Clamp(0.3 + (0.25 * (time.UtcDateTime - new DateTime(2017, 1, 1)).TotalDays / 365), 0.1, 0.8);
        return random.Chance(eight) ? random.Pick(Sizes[6..]) : random.Pick(Sizes[1..6]);
    }
}
