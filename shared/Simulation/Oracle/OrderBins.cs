namespace WorkflowRecovery.Simulation.Oracle;

/// <summary>How values of parameters are put together: each to a number from 0, the one of no value included.</summary>
/// <param name="MemoryOf">The bin of a memory in MB.</param>
/// <param name="SplittingOf">The bin of a splitting.</param>
public sealed record OrderBins(Func<int?, int> MemoryOf, Func<string?, int> SplittingOf);
