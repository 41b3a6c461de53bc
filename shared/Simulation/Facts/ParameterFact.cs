using WorkflowRecovery.Simulation.Chance;

namespace WorkflowRecovery.Simulation.Facts;

/// <summary>What was measured of the parameters that operators set.</summary>
internal static class ParameterFact
{
    private static readonly DateTimeOffset MemoryChange = new(2018, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Weighted<int> MemoryBefore = Memory(1);
    private static readonly Weighted<int> MemoryAfter = Memory(2);

    public static Weighted<string> Splitting { get; } =
        new(FactFile.Read("splittings.csv", row => (row[0], FactFile.Number(row[1]))));

    /// <summary>The memory values in MB that were usual at a time.</summary>
    public static Weighted<int> MemoryAt(DateTimeOffset time) => time < MemoryChange ? MemoryBefore : MemoryAfter;

    /// <summary>
    /// Share of ACDC tasks with a memory order: 7.4 % of all tasks in a notebook of June 2018, 5.15 % in the action table of
    /// April 2019, so fewer after the change.
    /// </summary>
    public static double MemoryShareAt(DateTimeOffset time) => time < MemoryChange ? 0.076 : 0.041;

    private static Weighted<int> Memory(int column) =>
        new(FactFile.Read("memory.csv", row => ((int)FactFile.Number(row[0]), FactFile.Number(row[column]))));
}
