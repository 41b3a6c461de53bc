using WorkflowRecovery.Domain.Actions;

namespace WorkflowRecovery.Learning.Targets;

/// <summary>
/// The memory steps of the talk's action table: unset, below 10 GB, 10 to below 20 GB, 20 GB and more. A GB is
/// 1000 MB here, as in the values that operators type.
/// </summary>
public static class MemoryBins
{
    private const int Step = 10_000;
    private static readonly string[] InOrder = ["none", "lt10", "10to20", "ge20"];

    /// <summary>Bin names in order.</summary>
    public static IReadOnlyList<string> Names => InOrder;

    /// <summary>The bin of a memory in MB for the whole job; null MB is the bin <c>none</c>.</summary>
    public static int Of(int? memoryMb) => memoryMb switch
    {
        null => 0,
        < Step => 1,
        < 2 * Step => 2,
        _ => 3,
    };

    /// <summary>Below which MB a bin begins and ends (from inclusive, to exclusive); null for the bin <c>none</c>.</summary>
    /// <exception cref="ArgumentException">There is no bin of this name.</exception>
    public static (int FromMb, int ToMb)? RangeOf(string name) => name switch
    {
        "none" => null,
        "lt10" => (1, Step),
        "10to20" => (Step, 2 * Step),
        "ge20" => (2 * Step, int.MaxValue),
        _ => throw new ArgumentException($"'{name}' is not a memory bin", nameof(name)),
    };

    internal static int Of(RecoveryAction action) => Of(action.MemoryMb);

    /// <summary>The place of a bin in <see cref="Names"/>; -1 when there is no such bin.</summary>
    internal static int PlaceOf(string name) => Array.IndexOf(InOrder, name);
}
