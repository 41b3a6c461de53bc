using WorkflowRecovery.Simulation.Chance;
using WorkflowRecovery.Simulation.Requests;

namespace WorkflowRecovery.Simulation.Actions;

/// <summary>Cores and memory that requests ask for: our assumption, ever more jobs with eight cores.</summary>
internal static class JobSizes
{
    private const double LargestShare = 0.75;

    private static readonly Resources[] Sizes =
    [
        new(1, 1500), new(1, 2000), new(1, 2300), new(2, 4000), new(4, 8000), new(4, 9000), new(8, 14_000), new(8, 15_900),
    ];

    /// <summary>A size; below the memory that the operator will order, when there is such an order.</summary>
    public static Resources For(SeededRandom random, DateTimeOffset time, int? ordered)
    {
        var fitting = Fitting(ordered);
        if (fitting.Length > 0)
            return random.Chance(LargestShare) ? fitting[^1] : random.Pick(fitting);

        return random.Chance(EightShare(time)) ? random.Pick(Sizes[6..]) : random.Pick(Sizes[1..6]);
    }

    /// <summary>How probably <see cref="For"/> gives a size.</summary>
    public static double Probability(Resources size, DateTimeOffset time, int? ordered)
    {
        var fitting = Fitting(ordered);
        if (fitting.Length > 0)
            return (size == fitting[^1] ? LargestShare : 0) + (fitting.Contains(size) ? (1 - LargestShare) / fitting.Length : 0);

        return Array.IndexOf(Sizes, size) >= 6 ? EightShare(time) / 2
            : Array.IndexOf(Sizes, size) is >= 1 and < 6 ? (1 - EightShare(time)) / 5
            : 0;
    }

    private static Resources[] Fitting(int? ordered) => ordered is null ? [] : [.. Sizes.Where(size => size.MemoryMb < ordered)];

    private static double EightShare(DateTimeOffset time) =>
        Math.Clamp(0.3 + (0.25 * (time.UtcDateTime - new DateTime(2017, 1, 1)).TotalDays / 365), 0.1, 0.8);
}
